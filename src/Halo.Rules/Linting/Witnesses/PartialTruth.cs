namespace Halo.Rules;

/// <summary>
/// Conditions over a task that is known in part (Kleene's three-valued logic): null where the rest of the task decides.
/// A regular expression on a text counts as not known, because trying it costs too much.
/// </summary>
internal static class PartialTruth
{
    public static bool? Of(Condition condition, IReadOnlyDictionary<string, AttributeValue> known) => condition switch
    {
        AllCondition all => OfParts(all.Parts, known, decisive: false),
        AnyCondition any => OfParts(any.Parts, known, decisive: true),
        NotCondition not => !Of(not.Part, known),
        AttributeCondition test => known.TryGetValue(test.Attribute, out var value) ? Of(test, value) : null,
        _ => null,
    };

    /// <summary>Whether a known value passes a test.</summary>
    public static bool? Of(AttributeCondition test, AttributeValue value) =>
        test is RegexCondition && value.Kind == AttributeKind.String ? null : ValueTest.Holds(test, value);

    private static bool? OfParts(IReadOnlyList<Condition> parts, IReadOnlyDictionary<string, AttributeValue> known, bool decisive)
    {
        bool? result = !decisive;
        foreach (var part in parts)
        {
            var truth = Of(part, known);
            if (truth == decisive) return decisive;
            if (truth is null) result = null;
        }

        return result;
    }
}
