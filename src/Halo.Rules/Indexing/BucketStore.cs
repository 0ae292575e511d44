namespace Halo.Rules;

/// <summary>Where all buckets of a segment lie while it is built: entries side by side, nodes above them.</summary>
internal sealed class BucketStore(EntryCompiler compiler)
{
    private readonly List<CandidateNode> _nodes = [];
    private RuleEntry[] _entries = new RuleEntry[16];
    private int _entryCount;

    /// <summary>Whether a run of as many candidates can be a bucket without a node.</summary>
    public bool Fits(int candidates) => candidates <= NodeBuilder.ShortList && _entryCount <= Bucket.MaxStart;

    /// <summary>Puts candidates, best first, side by side.</summary>
    /// <returns>Where the run begins.</returns>
    public int AddRun(IReadOnlyList<Candidate> candidates)
    {
        var start = _entryCount;
        while (start + candidates.Count > _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        foreach (var candidate in candidates) _entries[_entryCount++] = candidate.ToEntry(compiler);
        return start;
    }

    public Bucket AddNode(CandidateNode node)
    {
        _nodes.Add(node);
        return Bucket.OfNode(_nodes.Count - 1);
    }

    public Buckets ToBuckets() => new(_entries.AsSpan(0, _entryCount).ToArray(), [.. _nodes], compiler.ToMatchers());
}

/// <summary>The finished store.</summary>
/// <param name="Entries">The runs.</param>
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
