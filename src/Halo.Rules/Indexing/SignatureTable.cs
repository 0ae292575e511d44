using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// The rules whose keys name the same attributes, in one hash table: a probe costs the same for any number of rules.
/// </summary>
/// <remarks>
/// The symbols of a key are packed into 64 bits. Where they do not fit, they are folded, and two keys may share a bucket:
/// <see cref="IsExact"/> tells the builder to leave the equalities to be checked.
/// </remarks>
internal sealed class SignatureTable
{
    private readonly int[] _slots;
    private readonly int[] _widths;
    private readonly Slot[] _table; // open addressing; a slot without a bucket is free
    private readonly int _shift;

    /// <summary>Files candidates under the keys of their symbols.</summary>
    public SignatureTable(Signature signature, RuleVocabulary vocabulary, FiledCandidates filed, BucketStore store)
    {
        _slots = signature.Slots;
        _widths = Array.ConvertAll(_slots, slot => Width(vocabulary.SymbolCount(slot)));
        var found = new List<Slot>();
        filed.ForEachKey(PackedKey, (key, candidates) => found.Add(new Slot(key, candidates[0].Rank, store.Add(candidates))));

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

    /// <summary>Whether the symbols of these slots fit a key.</summary>
    public static bool IsExact(Signature signature, RuleVocabulary vocabulary) => signature.Slots.Sum(slot => Width(vocabulary.SymbolCount(slot))) <= 64;

    /// <summary>Begins a probe: reads the slot where the row's key belongs, without looking at it yet.</summary>
    public Probe Begin(ReadOnlySpan<int> symbols)
    {
        var key = 0UL;
        for (var i = 0; i < _slots.Length; i++)
        {
            var symbol = symbols[_slots[i]];
            if (symbol == 0) return default;
            key = Append(key, symbol, _widths[i]);
        }

        return new Probe(key, _table[Home(key)]);
    }

    /// <summary>Ends a probe with its bucket; an empty one when there is none, or none that holds a better rule than the best so far.</summary>
    public Bucket End(in Probe probe, int best)
    {
        var slot = probe.Slot;
        for (var at = Home(probe.Key); !slot.Bucket.IsEmpty; slot = _table[at])
        {
            if (slot.Key == probe.Key) return slot.BestRank < best ? slot.Bucket : default;
            at = (at + 1) & (_table.Length - 1);
        }

        return default;
    }

    private static int Width(int symbolCount) => BitOperations.Log2((uint)symbolCount) + 1;

    private static ulong Append(ulong key, int symbol, int width) => BitOperations.RotateLeft(key, width) ^ (uint)symbol;

    private ulong PackedKey(int[] symbols)
    {
        var key = 0UL;
        for (var i = 0; i < symbols.Length; i++) key = Append(key, symbols[i], _widths[i]);
        return key;
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
