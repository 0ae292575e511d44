namespace Halo.Rules;

/// <summary>A rule as one range of one attribute and the rest of its conditions.</summary>
/// <param name="Place">Its place in the rule order.</param>
/// <param name="Range">The range: what all ranges of the attribute have in common.</param>
/// <param name="Rest">The other conditions.</param>
/// <param name="Key">A text that is equal for rules which differ only in the range.</param>
internal sealed record RangedRule(int Place, RangeCondition Range, IReadOnlyList<Condition> Rest, string Key)
{
    /// <summary>The rule once for each attribute that it demands a range of.</summary>
    public static IEnumerable<RangedRule> Of(Condition condition, int place)
    {
        Condition[] parts = [.. Conjuncts(condition)];
        foreach (var ranges in parts.OfType<RangeCondition>().GroupBy(range => range.Attribute, StringComparer.Ordinal))
        {
            var range = ranges.Aggregate(Common);
            if (range.IsEmpty) continue;
            Condition[] rest = [.. parts.Where(part => part is not RangeCondition other || other.Attribute != ranges.Key).Distinct()];
            yield return new RangedRule(place, range, rest, string.Join('\n', [ranges.Key, .. rest.Select(ConditionText.Render).Order(StringComparer.Ordinal)]));
        }
    }

    /// <summary>Whether another rule asks for the same in everything but the range. Equal keys nearly say so; this is certain.</summary>
    public bool HasSameRestAs(RangedRule other) =>
        Range.Attribute == other.Range.Attribute && Rest.Count == other.Rest.Count && Rest.All(part => other.Rest.Contains(part));

    private static IEnumerable<Condition> Conjuncts(Condition condition) => condition is AllCondition all ? all.Parts.SelectMany(Conjuncts) : [condition];

    private static RangeCondition Common(RangeCondition one, RangeCondition other)
    {
        var (low, high) = (one.Smallest >= other.Smallest ? one : other, one.Largest <= other.Largest ? one : other);
        return low with { Maximum = high.Maximum, WholeMaximum = high.WholeMaximum, MaximumInclusive = high.MaximumInclusive };
    }
}
