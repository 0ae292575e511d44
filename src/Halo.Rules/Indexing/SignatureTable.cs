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

    /// <summary>The bucket of the row's values; an empty one when there is none, or none that holds a better rule than the best so far.</summary>
    public Bucket Find(ReadOnlySpan<int> symbols, int best)
    {
        var key = 0UL;
        for (var i = 0; i < _slots.Length; i++)
        {
            var symbol = symbols[_slots[i]];
            if (symbol == 0) return default;
            key = Append(key, symbol, _widths[i]);
        }

        var table = _table;
        var mask = table.Length - 1;
        for (var at = Home(key); !table[at].Bucket.IsEmpty; at = (at + 1) & mask)
        {
            if (table[at].Key == key) return table[at].BestRank < best ? table[at].Bucket : default;
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

    /// <summary>A key with its bucket, and the best rule there: most probes end without touching the bucket.</summary>
    private readonly record struct Slot(ulong Key, int BestRank, Bucket Bucket);
}
