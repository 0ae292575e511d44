namespace Halo.Rules;

/// <summary>
/// Where all buckets of a segment lie: short ones side by side in one array, long ones as nodes. A bucket is one number.
/// </summary>
internal sealed class BucketStore(NodeBuilder nodes, ConditionCompiler compiler)
{
    private readonly List<CandidateNode> _nodes = [];
    private RuleEntry[] _entries = new RuleEntry[16];
    private int _entryCount;

    /// <summary>Puts candidates, best first, into a bucket.</summary>
    public Bucket Add(List<Candidate> candidates)
    {
        // A node too where the run would begin beyond what a bucket can say.
        if (candidates.Count > NodeBuilder.ShortList || _entryCount > Bucket.MaxStart)
        {
            _nodes.Add(nodes.Build(candidates));
            return Bucket.OfNode(_nodes.Count - 1);
        }

        while (_entryCount + candidates.Count > _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        var start = _entryCount;
        foreach (var candidate in candidates) _entries[_entryCount++] = candidate.ToEntry(compiler);
        return Bucket.OfEntries(start, candidates.Count);
    }

    public Buckets ToBuckets() => new(_entries.AsSpan(0, _entryCount).ToArray(), [.. _nodes]);
}

/// <summary>
/// A bucket in one number: 0 for none, a positive one for a run of entries, a negative one for a node.
/// </summary>
internal readonly struct Bucket
{
    /// <summary>The last place at which a run of entries may begin.</summary>
    public const int MaxStart = (1 << (31 - CountBits)) - 1;

    private const int CountBits = 4;

    private readonly int _value;

    private Bucket(int value) => _value = value;

    public bool IsEmpty => _value == 0;

    public bool IsNode => _value < 0;

    public int Start => _value >> CountBits;

    public int Count => _value & ((1 << CountBits) - 1);

    public int Node => ~_value;

    /// <summary>A run of 1 to 15 entries that begins at <see cref="MaxStart"/> at most.</summary>
    public static Bucket OfEntries(int start, int count) => new((start << CountBits) | count);

    public static Bucket OfNode(int node) => new(~node);
}

/// <summary>The finished store.</summary>
internal sealed class Buckets(RuleEntry[] entries, CandidateNode[] nodes)
{
    public void Search(Bucket bucket, SegmentRow row, ref RankSearch search)
    {
        if (!bucket.IsNode) search.Scan(entries.AsSpan(bucket.Start, bucket.Count), row);
        else if (nodes[bucket.Node].BestRank < search.Best) nodes[bucket.Node].Search(row, ref search);
    }

    public int BestRankOf(Bucket bucket) =>
        bucket.IsEmpty ? int.MaxValue : bucket.IsNode ? nodes[bucket.Node].BestRank : entries[bucket.Start].Rank;

    public void Count(ref NodeCounts counts)
    {
        counts.Entries += entries.Length;
        counts.Bytes += entries.Length * 16L;
        foreach (var node in nodes) node.Count(ref counts);
    }
}
