namespace Halo.Rules;

/// <summary>
/// Rules of one key, in one number: 0 for none, a positive one for a run of entries, a negative one for a node.
/// </summary>
internal readonly struct Bucket
{
    /// <summary>The longest run.</summary>
    public const int MaxCount = (1 << CountBits) - 1;

    /// <summary>The last place at which a run may begin.</summary>
    public const int MaxStart = (1 << (31 - CountBits)) - 1;

    private const int CountBits = 4;

    private readonly int _value;

    private Bucket(int value) => _value = value;

    public bool IsNode => _value < 0;

    public int Start => _value >> CountBits;

    public int Count => _value & MaxCount;

    public int Node => ~_value;

    /// <summary>A run of 1 to <see cref="MaxCount"/> entries that begins at <see cref="MaxStart"/> at most.</summary>
    public static Bucket OfEntries(int start, int count) => new((start << CountBits) | count);

    public static Bucket OfNode(int node) => new(~node);
}

/// <summary>A bucket and the best rule there: a search that has found a better one does not touch it.</summary>
internal readonly record struct RankedBucket(int BestRank, Bucket Bucket)
{
    public static RankedBucket None => new(int.MaxValue, default);

    public void Search(SegmentRow row, ref RuleSearch search)
    {
        if (BestRank < search.Best) search.Visit(Bucket, row);
    }
}

/// <summary>What all buckets of a segment lead to.</summary>
/// <param name="Entries">The runs, side by side.</param>
/// <param name="Nodes">The nodes by number.</param>
/// <param name="Matchers">What the checks of entries refer to, by number less one.</param>
internal sealed record Buckets(RuleEntry[] Entries, CandidateNode[] Nodes, ConditionMatcher[] Matchers)
{
    public void Count(ref NodeCounts counts)
    {
        counts.Entries += Entries.Length;
        counts.Bytes += (Entries.Length * 24L) + (Nodes.Length * 8L) + (Matchers.Length * 8L);
        foreach (var node in Nodes) node.Count(ref counts);
    }
}
