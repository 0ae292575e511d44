namespace Halo.Rules;

/// <summary>Many rules of few agents, a run for each agent: an agent that is full or unavailable costs one test for all its rules.</summary>
internal sealed class GroupNode : CandidateNode
{
    private readonly Group[] _groups; // best rule first

    public GroupNode(IEnumerable<Candidate> candidates, BucketStore store)
    {
        _groups = [.. candidates.GroupBy(candidate => candidate.Target).Select(group => GroupOf([.. group], store)).OrderBy(group => group.BestRank)];
        BestRank = _groups[0].BestRank;
    }

    public override void Search(SegmentRow row, ref RankSearch search)
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

    private static Group GroupOf(Candidate[] candidates, BucketStore store) => new(candidates[0].Rank, candidates[0].Target, store.AddRun(candidates), candidates.Length);

    private readonly record struct Group(int BestRank, int Target, int Start, int Count);
}
