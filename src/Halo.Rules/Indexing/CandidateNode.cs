namespace Halo.Rules;

/// <summary>A way from a task to the rules that may match it. What it leads to may not match, but no match is missed.</summary>
internal abstract class CandidateNode
{
    /// <summary>The best rank below: no search that has found a better rule needs to go here.</summary>
    public int BestRank { get; protected init; } = int.MaxValue;

    public abstract void Search(SegmentRow row, ref RankSearch search);

    /// <summary>Adds this node and what is below it to the statistics.</summary>
    public abstract void Count(ref NodeCounts counts);
}

/// <summary>How much an index holds.</summary>
internal struct NodeCounts
{
    public long Entries;
    public long Bytes;
    public int LongestList;

    public void AddList(int entries)
    {
        Entries += entries;
        Bytes += 40 + (entries * 16L);
        LongestList = Math.Max(LongestList, entries);
    }
}

/// <summary>Rules in order, looked at one after the other.</summary>
internal sealed class ListNode : CandidateNode
{
    private readonly RuleEntry[] _entries;

    public ListNode(RuleEntry[] entries)
    {
        _entries = entries;
        BestRank = entries[0].Rank;
    }

    public override void Search(SegmentRow row, ref RankSearch search) => search.Scan(_entries, row);

    public override void Count(ref NodeCounts counts) => counts.AddList(_entries.Length);
}
