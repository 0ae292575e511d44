using System.Globalization;
using System.Text;

namespace Halo.Rules;

/// <summary>Conditions as people read them: <c>type = compile and cores >= 8</c>.</summary>
internal static class ConditionText
{
    public static string Render(Condition condition)
    {
        // A tree deeper than any valid rule is named, not walked.
        if (condition.Depth > Condition.MaxDepth) return string.Create(CultureInfo.InvariantCulture, $"(a condition {condition.Depth} levels deep)");
        var text = new StringBuilder();
        Append(text, condition, nested: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Condition condition, bool nested)
    {
        switch (condition)
        {
            case ExistsCondition exists: text.Append(exists.Attribute).Append(" exists"); break;
            case EqualsCondition equals: text.Append(equals.Attribute).Append(" = ").Append(QuotedValue.Of(equals.Value)); break;
            case InCondition @in: text.Append(@in.Attribute).Append(" in [").AppendJoin(", ", @in.Values.Select(QuotedValue.Of)).Append(']'); break;
            case RangeCondition range: AppendRange(text, range); break;
            case PrefixCondition prefix: text.Append(prefix.Attribute).Append(" starts with ").Append(QuotedValue.Of(prefix.Prefix)); break;
            case SuffixCondition suffix: text.Append(suffix.Attribute).Append(" ends with ").Append(QuotedValue.Of(suffix.Suffix)); break;
            case GlobCondition glob: text.Append(glob.Attribute).Append(" like ").Append(QuotedValue.Of(glob.Pattern)); break;
            case RegexCondition regex: text.Append(regex.Attribute).Append(" matches /").Append(regex.Pattern).Append('/'); break;
            case NotCondition { Part: ExistsCondition absent }: text.Append(absent.Attribute).Append(" is absent"); break;
            case NotCondition not:
                text.Append("not (");
                Append(text, not.Part, nested: false);
                text.Append(')');
                break;
            case AllCondition { Parts.Count: 0 }: text.Append("always"); break;
            case AnyCondition { Parts.Count: 0 }: text.Append("never"); break;
            case AllCondition all: AppendParts(text, all.Parts, " and ", nested); break;
            case AnyCondition any: AppendParts(text, any.Parts, " or ", nested); break;
            default: throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}.");
        }
    }

    private static void AppendParts(StringBuilder text, IReadOnlyList<Condition> parts, string separator, bool nested)
    {
        if (nested && parts.Count > 1) text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(separator);
            Append(text, parts[i], nested: true);
        }

        if (nested && parts.Count > 1) text.Append(')');
    }

    private static void AppendRange(StringBuilder text, RangeCondition range)
    {
        var hasMinimum = !double.IsNegativeInfinity(range.Minimum);
        var hasMaximum = !double.IsPositiveInfinity(range.Maximum);
        text.Append(range.Attribute);
        if (hasMinimum) text.Append(range.MinimumInclusive ? " >= " : " > ").Append(Number(range.WholeMinimum, range.Minimum));
        if (hasMinimum && hasMaximum) text.Append(" and");
        if (hasMaximum) text.Append(range.MaximumInclusive ? " <= " : " < ").Append(Number(range.WholeMaximum, range.Maximum));
        if (!hasMinimum && !hasMaximum) text.Append(" is a number");
    }

    private static string Number(long? whole, double number) =>
        whole is { } exact ? exact.ToString(CultureInfo.InvariantCulture) : double.IsFinite(number) ? AttributeValue.Of(number).ToString() : number.ToString(CultureInfo.InvariantCulture);
}
