namespace Halo.Rules;

/// <summary>A long run of rules in order, looked at one after the other.</summary>
internal sealed class ListNode : CandidateNode
{
    private readonly int _start;
    private readonly int _count;

    public ListNode(int start, int count, int bestRank) => (_start, _count, BestRank) = (start, count, bestRank);

    public override void Search(SegmentRow row, ref RuleSearch search) => search.Scan(_start, _count, row);

    public override void Count(ref NodeCounts counts)
    {
        counts.AddList(_count);
        counts.Bytes += 32;
    }
}

/// <summary>Many rules of few agents, a run for each agent: an agent that is full or unavailable costs one test for all its rules.</summary>
internal sealed class GroupNode : CandidateNode
{
    private readonly Group[] _groups; // best rule first

    public GroupNode(IEnumerable<RuleTerm> terms, BucketStore store)
    {
        _groups = [.. terms.GroupBy(term => term.Target).Select(group => GroupOf([.. group], store)).OrderBy(group => group.BestRank)];
        BestRank = _groups[0].BestRank;
    }

    public override void Search(SegmentRow row, ref RuleSearch search)
    {
        foreach (ref readonly var group in _groups.AsSpan())
        {
            if (group.BestRank >= search.Best) return;
            if (search.Admits(group.Target)) search.Scan(group.Start, group.Count, row);
        }
    }

    public override void Count(ref NodeCounts counts)
    {
        foreach (var group in _groups) counts.AddList(group.Count);
        counts.Bytes += 32 + (_groups.Length * 16L);
    }

    private static Group GroupOf(RuleTerm[] terms, BucketStore store) => new(terms[0].Rank, terms[0].Target, store.AddRun(terms), terms.Length);

    private readonly record struct Group(int BestRank, int Target, int Start, int Count);
}
