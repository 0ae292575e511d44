using System.Globalization;

namespace Halo.Routing;

/// <summary>A test of values of one kind on an attribute that has only values of other kinds.</summary>
/// <param name="What">What the rule does, to follow its name.</param>
/// <param name="Actual">What the attribute is.</param>
/// <param name="Help">What would be right.</param>
internal sealed record KindMismatch(string What, string Actual, string Help)
{
    private const string General = "Correct the rule, or the attribute of the tasks.";

    /// <summary>The mismatch of a test; null when some task has a value of the kind.</summary>
    /// <param name="test">The test.</param>
    /// <param name="kinds">A bit for each kind of value that the attribute has.</param>
    public static KindMismatch? Of(AttributeCondition test, int kinds) => test switch
    {
        EqualsCondition equals => OfValue(test.Attribute, equals.Value, kinds),
        InCondition @in => @in.Values.Select(value => OfValue(test.Attribute, value, kinds)).FirstOrDefault(found => found is not null),
        RangeCondition => OfKind(test.Attribute, AttributeKind.Number, kinds),
        PrefixCondition or SuffixCondition or GlobCondition or RegexCondition => OfKind(test.Attribute, AttributeKind.String, kinds),
        _ => null,
    };

    private static KindMismatch? OfKind(string attribute, AttributeKind asked, int kinds) => Has(kinds, asked)
        ? null
        : new KindMismatch($"asks for {NameOf(1 << (int)asked)} in '{ShortenedText.OfName(attribute)}'", NameOf(kinds), General);

    private static KindMismatch? OfValue(string attribute, AttributeValue value, int kinds)
    {
        if (Has(kinds, value.Kind)) return null;
        var what = $"{NameOf(1 << (int)value.Kind)}, {ShortenedText.OfName(Written(value))}";
        return new KindMismatch($"compares '{ShortenedText.OfName(attribute)}' with {what}", NameOf(kinds), HelpFor(value, kinds));
    }

    private static string HelpFor(AttributeValue value, int kinds)
    {
        if (value.TryGetString(out var text))
        {
            if ((Has(kinds, AttributeKind.Number) && IsNumber(text)) || (Has(kinds, AttributeKind.Boolean) && text is ("true" or "false")))
            {
                return $"Write {text} without quotes.";
            }
        }
        else if (Has(kinds, AttributeKind.String))
        {
            return $"Write \"{value}\" in quotes.";
        }

        return General;
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static string Written(AttributeValue value) => value.TryGetString(out var text) ? $"\"{text}\"" : value.ToString();

    private static bool Has(int kinds, AttributeKind kind) => (kinds & (1 << (int)kind)) != 0;

    private static string NameOf(int kinds)
    {
        List<string> names = [];
        if (Has(kinds, AttributeKind.String)) names.Add("a text");
        if (Has(kinds, AttributeKind.Number)) names.Add("a number");
        if (Has(kinds, AttributeKind.Boolean)) names.Add("a boolean");
        return string.Join(" or ", names);
    }
}
