using System.Globalization;
using System.Text.Json;

namespace Halo.Rules;

/// <summary>Reads the <c>when</c> of a rule file into a condition. A faulty part is reported and left out.</summary>
internal static class ConditionReader
{
    private static readonly string[] Operators = ["eq", "in", "gt", "gte", "lt", "lte", "prefix", "suffix", "glob", "regex", "exists"];

    /// <summary>Reads the object at the cursor. Its members must all hold.</summary>
    public static Condition Read(ref JsonCursor json, string what)
    {
        var parts = new List<Condition>();
        if (!json.TryEnterObject(what)) return Condition.Always;
        HashSet<string>? names = null;
        string? first = null;
        while (json.NextEntry(out var name))
        {
            if (name is not null && IsRepeated(name, ref first, ref names))
            {
                json.Fault(DiagnosticCodes.UnknownProperty, $"'{name}' stands twice in {what}.", "Keep one of them, or put both in 'all'.");
                json.Skip();
                continue;
            }

            switch (name)
            {
                case null: json.Skip(); break;
                case "all": parts.Add(new AllCondition(ReadList(ref json, "'all'"))); break;
                case "any": parts.Add(new AnyCondition(ReadList(ref json, "'any'"))); break;
                case "not": parts.Add(new NotCondition(Read(ref json, "'not'"))); break;
                default: ReadTest(ref json, name, parts); break;
            }
        }

        return parts is [var only] ? only : new AllCondition(parts);
    }

    // Most objects have one member: only the second one makes a set.
    private static bool IsRepeated(string name, ref string? first, ref HashSet<string>? names)
    {
        if (first is null)
        {
            first = name;
            return false;
        }

        names ??= new HashSet<string>(StringComparer.Ordinal) { first };
        return !names.Add(name);
    }

    private static List<Condition> ReadList(ref JsonCursor json, string what)
    {
        var parts = new List<Condition>();
        if (!json.TryEnterArray(what)) return parts;
        while (json.NextElement()) parts.Add(Read(ref json, $"an element of {what}"));
        return parts;
    }

    private static void ReadTest(ref JsonCursor json, string attribute, List<Condition> parts)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartObject:
                ReadOperators(ref json, attribute, parts);
                break;
            case JsonTokenType.StartArray:
                json.Fault(DiagnosticCodes.InvalidValue, $"'{attribute}' is compared with an array.", $"For one of several values write {{\"{attribute}\": {{\"in\": [...]}}}}.");
                json.ReadStrings(attribute);
                break;
            case JsonTokenType.Null:
                json.Fault(DiagnosticCodes.InvalidValue, $"'{attribute}' is compared with null.", $"To ask for absence write {{\"{attribute}\": {{\"exists\": false}}}}.");
                break;
            default:
                var value = json.ReadScalar($"'{attribute}'");
                if (value.Kind != AttributeKind.None) parts.Add(new EqualsCondition(attribute, value));
                break;
        }
    }

    private static void ReadOperators(ref JsonCursor json, string attribute, List<Condition> parts)
    {
        if (json.IsEmptyObject) json.Fault(DiagnosticCodes.InvalidCondition, $"'{attribute}' has no operator.", $"Known are {string.Join(", ", Operators)}.");
        var seen = 0UL;
        var range = new RangeBounds();
        while (json.NextProperty(Operators, ref seen, out var name, nullIsAbsent: false))
        {
            var what = $"'{name}' of '{attribute}'";
            switch (name)
            {
                case "gt" or "gte" or "lt" or "lte":
                    if (json.ReadNumber(what) is { } bound && !range.TryAdd(name, bound))
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

    /// <summary>The bounds met in one operator object.</summary>
    private struct RangeBounds
    {
        private (double Bound, bool Inclusive)? _minimum;
        private (double Bound, bool Inclusive)? _maximum;

        public bool TryAdd(string name, double bound)
        {
            ref var side = ref name[0] == 'g' ? ref _minimum : ref _maximum;
            if (side is not null) return false;
            side = (bound, name.Length == 3);
            return true;
        }

        public readonly RangeCondition? Of(string attribute) =>
            _minimum is null && _maximum is null
                ? null
                : new RangeCondition(
                    attribute,
                    _minimum?.Bound ?? double.NegativeInfinity,
                    _maximum?.Bound ?? double.PositiveInfinity,
                    _minimum?.Inclusive ?? true,
                    _maximum?.Inclusive ?? true);
    }
}
