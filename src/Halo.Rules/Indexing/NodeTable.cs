using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// Nodes by a number, with the best rank of each beside the number: a node that cannot hold a better rule is passed over
/// without being touched. Open addressing.
/// </summary>
internal sealed class NodeTable
{
    private readonly Slot[] _slots;
    private readonly CandidateNode[] _nodes;
    private readonly int _shift;

    public NodeTable(IReadOnlyCollection<KeyValuePair<long, CandidateNode>> nodes)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, nodes.Count + (nodes.Count / 2)));
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _slots = new Slot[capacity];
        _nodes = [.. nodes.Select(pair => pair.Value)];
        var index = 0;
        foreach (var (key, node) in nodes)
        {
            var at = Home(key);
            while (_slots[at].Node != 0) at = (at + 1) & (capacity - 1);
            _slots[at] = new Slot(key, node.BestRank, ++index);
            BestRank = Math.Min(BestRank, node.BestRank);
        }
    }

    /// <summary>The best rank of all nodes.</summary>
    public int BestRank { get; } = int.MaxValue;

    public void Search(long key, SegmentRow row, ref RankSearch search)
    {
        var slots = _slots;
        for (var at = Home(key); slots[at].Node != 0; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Key != key) continue;
            if (slots[at].BestRank < search.Best) _nodes[slots[at].Node - 1].Search(row, ref search);
            return;
        }
    }

    public void Count(ref NodeCounts counts)
    {
        foreach (var node in _nodes) node.Count(ref counts);
        counts.Bytes += 80 + (_slots.Length * 16L) + (_nodes.Length * 8L);
    }

    // Multiplicative (Fibonacci) hashing: Knuth, The Art of Computer Programming, volume 3, 6.4.
    private int Home(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> _shift);

    /// <summary>A node's number, its best rank, and its place among the nodes from 1; 0 is free.</summary>
    private readonly record struct Slot(long Key, int BestRank, int Node);
}
