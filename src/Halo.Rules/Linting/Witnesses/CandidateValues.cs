namespace Halo.Rules;

/// <summary>A few values of one attribute that are worth trying: those that tests name, and those beside them.</summary>
internal static class CandidateValues
{
    private const int MaxValues = 32;
    private const int MaxNamed = 256;

    /// <summary>The values that the tests allow, best example first; the absent value among them.</summary>
    public static List<AttributeValue> Of(string attribute, TestsOfOneAttribute tests)
    {
        var isType = attribute == Condition.TypeAttribute;
        var allowed = new List<AttributeValue>();
        foreach (var value in Named(tests) ?? Generated(tests, isType))
        {
            if (isType && !CanBeType(value)) continue;
            if (tests.Allow(value) && !allowed.Contains(value)) allowed.Add(value);
            if (allowed.Count == MaxValues) break;
        }

        return allowed;
    }

    // A type is a text that is not empty; a task without one has none at all.
    private static bool CanBeType(AttributeValue value) => value.Kind == AttributeKind.None || (value.TryGetString(out var text) && text.Length > 0);

    /// <summary>The only values that can be meant, where a test that must hold lists them; null where none does.</summary>
    private static IEnumerable<AttributeValue>? Named(TestsOfOneAttribute tests)
    {
        IEnumerable<AttributeValue>? named = null;
        foreach (var test in tests.Required)
        {
            if (test is EqualsCondition equals) return [equals.Value];
            if (test is not InCondition @in) continue;
            named = named is null ? @in.Values : @in.Values.Intersect(named);
        }

        return named?.Take(MaxNamed);
    }

    private static IEnumerable<AttributeValue> Generated(TestsOfOneAttribute tests, bool isType)
    {
        // The shorter example is the better one, but a task without a type is a strange one.
        if (!isType) yield return default;
        AttributeCondition[] all = [.. tests.All];
        AttributeValue[] literals = [.. all.SelectMany(LiteralsOf).Take(MaxNamed)];
        foreach (var value in literals) yield return value;
        foreach (var number in NumberSamples.Of(all.OfType<RangeCondition>(), literals)) yield return number;
        foreach (var text in TextSamples.Of(all)) yield return text;
        yield return Other(literals);
        if (Array.Exists(literals, value => value.Kind == AttributeKind.Boolean))
        {
            yield return true;
            yield return false;
        }

        if (isType) yield return default;
    }

    private static IEnumerable<AttributeValue> LiteralsOf(AttributeCondition test) => test switch
    {
        EqualsCondition equals => [equals.Value],
        InCondition @in => @in.Values,
        _ => [],
    };

    /// <summary>A text that no test names.</summary>
    private static AttributeValue Other(AttributeValue[] literals)
    {
        var text = "other";
        while (Array.IndexOf(literals, AttributeValue.Of(text)) >= 0) text += "_";
        return text;
    }
}
