namespace Halo.Rules;

/// <summary>Many rules of few agents, a list for each agent: an agent that is full or unavailable costs one test for all its rules.</summary>
internal sealed class GroupNode : CandidateNode
{
    private readonly (int BestRank, int Target, RuleEntry[] Entries)[] _groups; // best rule first

    public GroupNode(IEnumerable<RuleEntry> entries)
    {
        _groups = [.. entries.GroupBy(entry => entry.Target).Select(group => (group.First().Rank, group.Key, group.ToArray())).OrderBy(group => group.Item1)];
        BestRank = _groups[0].BestRank;
    }

    public override void Search(SegmentRow row, ref RankSearch search)
    {
        foreach (ref readonly var group in _groups.AsSpan())
        {
            if (group.BestRank >= search.Best) return;
            if (search.Admits(group.Target)) search.Scan(group.Entries, row);
        }
    }

    public override void Count(ref NodeCounts counts)
    {
        foreach (var group in _groups) counts.AddList(group.Entries.Length);
        counts.Bytes += _groups.Length * 24L;
    }
}
