namespace Halo.Rules;

/// <summary>Where all buckets of a segment lie while it is built: entries side by side, nodes above them.</summary>
internal sealed class BucketStore(EntryCompiler compiler)
{
    private readonly List<CandidateNode> _nodes = [];
    private RuleEntry[] _entries = new RuleEntry[16];
    private int _entryCount;

    /// <summary>Whether a run of as many terms can be a bucket without a node.</summary>
    public bool Fits(int terms) => terms <= NodeBuilder.ShortList && _entryCount <= Bucket.MaxStart;

    /// <summary>Puts terms, best first, side by side.</summary>
    /// <returns>Where the run begins.</returns>
    public int AddRun(IReadOnlyList<RuleTerm> terms)
    {
        var start = _entryCount;
        while (start + terms.Count > _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        foreach (var term in terms) _entries[_entryCount++] = term.ToEntry(compiler);
        return start;
    }

    public Bucket AddNode(CandidateNode node)
    {
        _nodes.Add(node);
        return Bucket.OfNode(_nodes.Count - 1);
    }

    public Buckets ToBuckets() => new(_entries.AsSpan(0, _entryCount).ToArray(), [.. _nodes], compiler.ToMatchers());
}
