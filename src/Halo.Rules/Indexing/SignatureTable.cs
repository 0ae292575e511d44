using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// The rules whose keys test the same attributes, in one hash table: a probe costs the same for any number of rules.
/// </summary>
/// <remarks>
/// The symbols of a key are packed into 64 bits. Where they do not fit, keys are folded: two keys may then share a
/// bucket, and <see cref="IsExact"/> tells the builder to leave the equalities in the residual too.
/// </remarks>
internal sealed class SignatureTable
{
    private readonly int[] _slots;
    private readonly int[] _widths;
    private readonly ulong[] _keys;
    private readonly (int Start, int Count)[] _buckets;
    private readonly RuleEntry[] _entries;
    private readonly int _shift;

    private SignatureTable(int[] slots, int[] widths, ulong[] keys, (int, int)[] buckets, RuleEntry[] entries)
    {
        _slots = slots;
        _widths = widths;
        _keys = keys;
        _buckets = buckets;
        _entries = entries;
        _shift = 64 - BitOperations.Log2((uint)keys.Length);
        BestRank = int.MaxValue;
        foreach (var entry in entries) BestRank = Math.Min(BestRank, entry.Rank);
    }

    /// <summary>The smallest rank in the table: no search that has found a better one needs to look here.</summary>
    public int BestRank { get; }

    public int EntryCount => _entries.Length;

    /// <summary>Whether a key of these slots fits its 64 bits.</summary>
    public static bool IsExact(ReadOnlySpan<int> slots, RuleVocabulary vocabulary)
    {
        var bits = 0;
        foreach (var slot in slots) bits += Width(vocabulary.SymbolCount(slot));
        return bits <= 64;
    }

    /// <summary>Files entries under the keys of their symbols, each bucket in rank order.</summary>
    public static SignatureTable Build(int[] slots, RuleVocabulary vocabulary, IReadOnlyList<(int[] Symbols, RuleEntry Entry)> filed)
    {
        var widths = Array.ConvertAll(slots, slot => Width(vocabulary.SymbolCount(slot)));
        var packed = new ulong[filed.Count];
        for (var i = 0; i < packed.Length; i++)
        {
            for (var s = 0; s < slots.Length; s++) packed[i] = Append(packed[i], filed[i].Symbols[s], widths[s]);
        }

        // Filed in rank order, so a stable sort by key leaves each bucket in rank order.
        var order = new int[packed.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => packed[a] != packed[b] ? packed[a].CompareTo(packed[b]) : a.CompareTo(b));

        var distinct = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || packed[order[i]] != packed[order[i - 1]]) distinct++;
        }

        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, distinct * 2));
        var table = new SignatureTable(slots, widths, new ulong[capacity], new (int, int)[capacity], Array.ConvertAll(order, i => filed[i].Entry));
        for (int start = 0, end; start < order.Length; start = end)
        {
            var key = packed[order[start]];
            for (end = start + 1; end < order.Length && packed[order[end]] == key; end++) { }

            table.Place(key, start, end - start);
        }

        return table;
    }

    /// <summary>The rules filed under the row's values, in rank order; none when the row lacks one of the attributes.</summary>
    public ReadOnlySpan<RuleEntry> Find(ReadOnlySpan<int> symbols)
    {
        var key = 0UL;
        for (var i = 0; i < _slots.Length; i++)
        {
            var symbol = symbols[_slots[i]];
            if (symbol == 0) return default;
            key = Append(key, symbol, _widths[i]);
        }

        var mask = _keys.Length - 1;
        for (var at = Home(key); _buckets[at].Count != 0; at = (at + 1) & mask)
        {
            if (_keys[at] == key) return _entries.AsSpan(_buckets[at].Start, _buckets[at].Count);
        }

        return default;
    }

    private static int Width(int symbolCount) => BitOperations.Log2((uint)symbolCount) + 1;

    private static ulong Append(ulong key, int symbol, int width) => BitOperations.RotateLeft(key, width) ^ (uint)symbol;

    private void Place(ulong key, int start, int count)
    {
        var mask = _keys.Length - 1;
        var at = Home(key);
        while (_buckets[at].Count != 0) at = (at + 1) & mask;
        _keys[at] = key;
        _buckets[at] = (start, count);
    }

    // Multiplicative (Fibonacci) hashing: Knuth, The Art of Computer Programming, volume 3, 6.4.
    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
}
