using System.Numerics;
using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// The rules whose keys name the same attributes, in one hash table: a probe costs the same for any number of rules.
/// </summary>
internal sealed class SignatureTable
{
    private readonly PackedKey _key;
    private readonly Slot[] _table; // open addressing; a slot without a bucket is free
    private readonly int _shift;

    /// <summary>Files candidates under the keys of their symbols.</summary>
    public SignatureTable(PackedKey key, FiledCandidates filed, NodeBuilder builder)
    {
        _key = key;
        var found = new List<Slot>();
        filed.ForEachKey(key.Of, (packed, candidates) => found.Add(new Slot(packed, candidates[0].Rank, builder.Build(candidates))));

        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, found.Count + (found.Count / 2)));
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _table = new Slot[capacity];
        foreach (var slot in found)
        {
            Place(slot);
            BestRank = Math.Min(BestRank, slot.BestRank);
        }
    }

    /// <summary>The best rank in the table.</summary>
    public int BestRank { get; } = int.MaxValue;

    public long Bytes => 80 + (_table.Length * 16L);

    /// <summary>Begins a probe: reads the slot where the row's key belongs, without looking at it yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Probe Begin(SegmentRow row)
    {
        if (!_key.IsIn(row)) return default;
        var key = _key.Of(row);
        return new Probe(key, _table[Home(key)]);
    }

    /// <summary>Ends a probe with its bucket; none where the key is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RankedBucket End(in Probe probe)
    {
        var slot = probe.Slot;
        for (var at = Home(probe.Key); !slot.Bucket.IsEmpty; slot = _table[at])
        {
            if (slot.Key == probe.Key) return new RankedBucket(slot.BestRank, slot.Bucket);
            at = (at + 1) & (_table.Length - 1);
        }

        return RankedBucket.None;
    }

    private void Place(Slot slot)
    {
        var mask = _table.Length - 1;
        var at = Home(slot.Key);
        while (!_table[at].Bucket.IsEmpty) at = (at + 1) & mask;
        _table[at] = slot;
    }

    // Multiplicative (Fibonacci) hashing: Knuth, The Art of Computer Programming, volume 3, 6.4.
    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);

    /// <summary>A key and the slot where it belongs; the default for a row without one of the attributes.</summary>
    public readonly record struct Probe(ulong Key, Slot Slot);

    /// <summary>A key with its bucket, and the best rule there: most probes end without touching the bucket.</summary>
    public readonly record struct Slot(ulong Key, int BestRank, Bucket Bucket);
}
