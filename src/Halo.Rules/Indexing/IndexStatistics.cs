namespace Halo.Routing;

/// <summary>What a <see cref="RuleIndex"/> holds.</summary>
/// <param name="Rules">The number of rules.</param>
/// <param name="Segments">The segments: one after a build, a few after single changes.</param>
/// <param name="Tables">The tables of all segments.</param>
/// <param name="Entries">The filed entries: a rule has several where it lists values, alternatives or a range.</param>
/// <param name="LongestList">The most rules of one agent that a search may have to look at one after the other; 0 where they are never more than a dozen.</param>
/// <param name="Bytes">The memory of the index, rules and texts not counted; an estimate from the sizes of its arrays.</param>
/// <param name="Unindexed">The rules that a search may meet for every task, because nothing they demand can be looked up.</param>
public sealed record IndexStatistics(int Rules, int Segments, int Tables, long Entries, int LongestList, long Bytes, IReadOnlyList<UnindexedRule> Unindexed)
{
    internal static IndexStatistics Of(RuleIndex index, RuleSegment[] segments)
    {
        var counts = default(NodeCounts);
        foreach (var segment in segments) segment.Count(ref counts);
        var unindexed = new List<UnindexedRule>();
        foreach (var number in index.InOrder)
        {
            if (ReasonFor(index.Log.RuleOf(number).When) is { } reason) unindexed.Add(new UnindexedRule(index.Log.RuleOf(number), reason));
        }

        return new IndexStatistics(
            index.Count, segments.Length, segments.Sum(segment => segment.TableCount), counts.Entries, counts.LongestList, counts.Bytes + (index.Log.Count * 20L), unindexed);
    }

    private static string? ReasonFor(Condition condition)
    {
        var parts = ConditionTerms.Of(condition).FirstOrDefault(term => !term.Any(CanBeFiled));
        if (parts is null) return null;
        return parts.Length == 0 ? "it matches every task" : $"{string.Join(", ", parts.Select(Describe).Distinct())} cannot be looked up";
    }

    private static bool CanBeFiled(Condition part) => part switch
    {
        EqualsCondition or InCondition or RangeCondition or PrefixCondition or SuffixCondition => true,
        GlobCondition glob => glob.Parsed.LiteralHead.Length + glob.Parsed.LiteralTail.Length > 0,
        _ => false,
    };

    private static string Describe(Condition part) => part switch
    {
        RegexCondition => "a regular expression",
        GlobCondition => "a glob without literal ends",
        ExistsCondition => "presence",
        NotCondition => "a negation",
        AnyCondition => "alternatives",
        _ => "this condition",
    };
}

/// <summary>A rule that an index cannot look up.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why.</param>
public sealed record UnindexedRule(RoutingRule Rule, string Reason);
