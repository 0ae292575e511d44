namespace Halo.Rules;

/// <summary>
/// Where all buckets of a segment lie: short ones side by side in one array, long ones as nodes. A bucket is two numbers.
/// </summary>
internal sealed class BucketStore(NodeBuilder nodes, ConditionCompiler compiler)
{
    private readonly List<CandidateNode> _nodes = [];
    private RuleEntry[] _entries = new RuleEntry[16];
    private int _entryCount;

    /// <summary>Puts candidates, best first, into a bucket.</summary>
    public Bucket Add(List<Candidate> candidates)
    {
        if (candidates.Count > NodeBuilder.ShortList)
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

/// <summary>A bucket: a run of entries, or a node.</summary>
/// <param name="Start">The first entry, or the node.</param>
/// <param name="Count">The number of entries; -1 for a node, 0 for no bucket.</param>
internal readonly record struct Bucket(int Start, int Count)
{
    public static Bucket OfEntries(int start, int count) => new(start, count);

    public static Bucket OfNode(int node) => new(node, -1);
}

/// <summary>The finished store.</summary>
internal sealed class Buckets(RuleEntry[] entries, CandidateNode[] nodes)
{
    public void Search(Bucket bucket, SegmentRow row, ref RuleSearch search)
    {
        if (bucket.Count >= 0) search.Scan(entries.AsSpan(bucket.Start, bucket.Count), row);
        else if (nodes[bucket.Start].BestKey < search.BestKey) nodes[bucket.Start].Search(row, ref search);
    }

    public ulong BestKeyOf(Bucket bucket) => bucket.Count switch
    {
        > 0 => entries[bucket.Start].Key,
        0 => RuleOrder.Last,
        _ => nodes[bucket.Start].BestKey,
    };

    public void Count(ref NodeCounts counts)
    {
        counts.Entries += entries.Length;
        counts.Bytes += entries.Length * 24L;
        foreach (var node in nodes) node.Count(ref counts);
    }
}
