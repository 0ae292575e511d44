namespace Halo.Rules;

/// <summary>A way from a task to the rules that may match it. What it leads to may not match, but no match is missed.</summary>
internal abstract class CandidateNode
{
    /// <summary>The best rank below: no search that has found a better rule needs to go here.</summary>
    public int BestRank { get; protected init; } = int.MaxValue;

    public abstract void Search(SegmentRow row, ref RankSearch search);

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

/// <summary>A long run of rules in order, looked at one after the other.</summary>
internal sealed class ListNode : CandidateNode
{
    private readonly int _start;
    private readonly int _count;

    public ListNode(int start, int count, int bestRank) => (_start, _count, BestRank) = (start, count, bestRank);

    public override void Search(SegmentRow row, ref RankSearch search) => search.Scan(_start, _count, row);

    public override void Count(ref NodeCounts counts)
    {
        counts.AddList(_count);
        counts.Bytes += 32;
    }
}

/// <summary>A bucket and the best rule there: a search that has found a better one does not touch it.</summary>
internal readonly record struct RankedBucket(int BestRank, Bucket Bucket)
{
    public static RankedBucket None => new(int.MaxValue, default);

    public void Search(SegmentRow row, ref RankSearch search)
    {
        if (BestRank < search.Best) search.Visit(Bucket, row);
    }
}
