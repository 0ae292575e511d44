using System.Globalization;
using System.Text.Json;

namespace Halo.Rules;

/// <summary>Reads the operators of an attribute, such as <c>{"gte": 8}</c>, into conditions. A faulty part is reported and left out.</summary>
internal static class OperatorReader
{
    private static readonly string[] Operators = ["eq", "in", "gt", "gte", "lt", "lte", "prefix", "suffix", "glob", "regex", "exists"];

    /// <summary>Reads the object at the cursor, which tests one attribute, and adds what it asks for.</summary>
    public static void Read(ref JsonCursor json, string attribute, List<Condition> parts)
    {
        if (json.IsEmptyObject()) json.Fault(DiagnosticCodes.InvalidCondition, $"'{attribute}' has no operator.", $"Known are {string.Join(", ", Operators)}.");
        var seen = 0UL;
        var range = new RangeBounds();
        while (json.NextProperty(Operators, ref seen, out var name, nullIsAbsent: false))
        {
            var what = $"'{name}' of '{attribute}'";
            switch (name)
            {
                case "gt" or "gte" or "lt" or "lte":
                    if (json.ReadExactNumber(what) is { Kind: AttributeKind.Number } bound && !range.TryAdd(name, bound))
                    {
                        json.Fault(DiagnosticCodes.InvalidCondition, $"'{attribute}' has two {(name[0] == 'g' ? "lower" : "upper")} bounds.", "Keep the tighter one.");
                    }

                    break;
                case "eq":
                    if (json.Token == JsonTokenType.Null) json.ReportType(what, "a string, a number or a boolean");
                    else if (json.ReadScalar(what) is { Kind: not AttributeKind.None } value) parts.Add(new EqualsCondition(attribute, value));
                    break;
                case "in":
                    if (ReadValues(ref json, what) is { } values) parts.Add(new InCondition(attribute, values));
                    break;
                case "exists":
                    if (json.ReadBoolean(what) is { } exists) parts.Add(exists ? new ExistsCondition(attribute) : new NotCondition(new ExistsCondition(attribute)));
                    break;
                default:
                    if (json.ReadString(what) is { } text && (name != "regex" || IsShortEnough(ref json, what, text))) parts.Add(TextTest(attribute, name, text));
                    break;
            }
        }

        if (range.Of(attribute) is { } condition) parts.Add(condition);
    }

    // Null when an element was faulty: what is left of the list was not meant.
    private static List<AttributeValue>? ReadValues(ref JsonCursor json, string what)
    {
        if (!json.TryEnterArray(what)) return null;
        var values = new List<AttributeValue>();
        var element = $"an element of {what}";
        var sound = true;
        while (json.NextElement())
        {
            if (json.Token == JsonTokenType.Null) json.ReportType(element, "a string, a number or a boolean");
            else if (json.ReadScalar(element) is { Kind: not AttributeKind.None } value)
            {
                values.Add(value);
                continue;
            }

            sound = false;
        }

        return sound ? values : null;
    }

    // What no rule may exceed is left to the validator.
    private static bool IsShortEnough(ref JsonCursor json, string what, string pattern)
    {
        if (pattern.Length <= json.Limits.MaxRegexLength || pattern.Length > RegexPattern.MaxLength) return true;
        json.Fault(DiagnosticCodes.InvalidPattern, string.Create(CultureInfo.InvariantCulture, $"{what} is {pattern.Length} characters long; {json.Limits.MaxRegexLength} are allowed."), "Shorten it or raise the limit.");
        return false;
    }

    private static Condition TextTest(string attribute, string name, string text) => name switch
    {
        "prefix" => new PrefixCondition(attribute, text),
        "suffix" => new SuffixCondition(attribute, text),
        "glob" => new GlobCondition(attribute, text),
        "regex" => new RegexCondition(attribute, text),
        _ => throw new InvalidOperationException($"Unknown operator {name}."),
    };
}
