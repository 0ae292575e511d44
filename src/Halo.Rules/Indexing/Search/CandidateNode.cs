namespace Halo.Rules;

/// <summary>A way from a task to the rules that may match it. What it leads to may not match, but no match is missed.</summary>
internal abstract class CandidateNode
{
    /// <summary>The best rank below: no search that has found a better rule needs to go here.</summary>
    public int BestRank { get; protected init; } = int.MaxValue;

    public abstract void Search(SegmentRow row, ref RuleSearch search);

    /// <summary>Adds this node, without the nodes and entries that it leads to, to the statistics.</summary>
    public abstract void Count(ref NodeCounts counts);
}

/// <summary>How much an index holds.</summary>
internal struct NodeCounts
{
    public long Entries;
    public long Bytes;
    public int LongestList;

    public void AddList(int entries) => LongestList = Math.Max(LongestList, entries);
}
