using System.Text.Encodings.Web;
using System.Text.Json;

namespace Halo.Rules;

/// <summary>Writes rules as the reader reads them.</summary>
internal static class RuleWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(RuleSet rules)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (var rule in rules) WriteRule(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteRule(Utf8JsonWriter json, RoutingRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        if (rule.Priority != 0) json.WriteNumber("priority", rule.Priority);
        json.WritePropertyName("when");
        WriteObject(json, rule.When);
        json.WriteString("route", rule.Agent);
        if (!string.IsNullOrEmpty(rule.Explanation)) json.WriteString("explanation", rule.Explanation);
        json.WriteEndObject();
    }

    /// <summary>Writes a condition as the object that its parts are read from.</summary>
    public static void WriteObject(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        condition = Unwrap(condition);
        if (condition is AllCondition all && HasDistinctMembers(all))
        {
            foreach (var part in all.Parts) WriteMember(json, Unwrap(part));
        }
        else
        {
            WriteMember(json, condition);
        }

        json.WriteEndObject();
    }

    /// <summary>Whether each part can be a member of its own of one object.</summary>
    private static bool HasDistinctMembers(AllCondition all)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return all.Parts.All(part => names.Add(MemberName(Unwrap(part))));
    }

    /// <summary>The condition without conjunctions of one part, which the reader does not make.</summary>
    private static Condition Unwrap(Condition condition) => condition switch
    {
        AllCondition { Parts: [var only] } => Unwrap(only),
        NotCondition { Part: AllCondition { Parts: [var only] } } => Unwrap(new NotCondition(only)),
        _ => condition,
    };

    private static string MemberName(Condition condition) => condition switch
    {
        AllCondition => "all",
        AnyCondition => "any",
        NotCondition { Part: ExistsCondition absent } => absent.Attribute,
        NotCondition => "not",
        AttributeCondition test => test.Attribute,
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    private static void WriteMember(Utf8JsonWriter json, Condition condition)
    {
        json.WritePropertyName(MemberName(condition));
        switch (condition)
        {
            case AllCondition all: WriteList(json, all.Parts); break;
            case AnyCondition any: WriteList(json, any.Parts); break;
            case NotCondition { Part: ExistsCondition }: WriteOperator(json, "exists", false); break;
            case NotCondition not: WriteObject(json, not.Part); break;
            case EqualsCondition equals: WriteValue(json, equals.Value); break;
            case ExistsCondition: WriteOperator(json, "exists", true); break;
            case PrefixCondition prefix: WriteOperator(json, "prefix", prefix.Prefix); break;
            case SuffixCondition suffix: WriteOperator(json, "suffix", suffix.Suffix); break;
            case GlobCondition glob: WriteOperator(json, "glob", glob.Pattern); break;
            case RegexCondition regex: WriteOperator(json, "regex", regex.Pattern); break;
            case RangeCondition range: WriteRange(json, range); break;
            case InCondition @in:
                json.WriteStartObject();
                json.WriteStartArray("in");
                foreach (var value in @in.Values) WriteValue(json, value);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray();
        foreach (var part in parts) WriteObject(json, part);
        json.WriteEndArray();
    }

    private static void WriteOperator(Utf8JsonWriter json, string name, AttributeValue value)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        WriteValue(json, value);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, RangeCondition range)
    {
        json.WriteStartObject();
        var hasMinimum = !double.IsNegativeInfinity(range.Minimum);
        var hasMaximum = !double.IsPositiveInfinity(range.Maximum);
        if (hasMinimum) WriteBound(json, range.MinimumInclusive ? "gte" : "gt", range.WholeMinimum, range.Minimum);
        if (hasMaximum) WriteBound(json, range.MaximumInclusive ? "lte" : "lt", range.WholeMaximum, range.Maximum);
        if (!hasMinimum && !hasMaximum) json.WriteNumber("gte", double.MinValue); // any number: every finite one is at least this
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, string name, long? whole, double bound)
    {
        json.WritePropertyName(name);
        WriteValue(json, whole is { } exact ? AttributeValue.Of(exact) : AttributeValue.Of(bound));
    }

    private static void WriteValue(Utf8JsonWriter json, AttributeValue value) => AttributeValueConverter.Write(json, value);
}
