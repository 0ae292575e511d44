using System.Numerics;

namespace Halo.Rules;

/// <summary>A set of slots, ascending: the attributes of which a table's rules demand a value.</summary>
internal readonly record struct Signature(int[] Slots)
{
    public static Signature Empty { get; } = new([]);

    public bool IsSubsetOf(Signature other)
    {
        foreach (var slot in Slots)
        {
            if (Array.BinarySearch(other.Slots, slot) < 0) return false;
        }

        return true;
    }

    public bool Equals(Signature other) => Slots.AsSpan().SequenceEqual(other.Slots);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var slot in Slots) hash.Add(slot);
        return hash.ToHashCode();
    }
}

/// <summary>
/// The key of a signature: the packed symbols of its slots, in 64 bits. Symbols of other words are turned to where they
/// meet no others; where there is no such place they are folded, and two keys may be the same.
/// </summary>
/// <remarks>
/// A row packs its symbols once for all tables (<see cref="KeyLayout"/>), so that the key of a table is a mask over one word
/// in almost every case: no loop over slots and no hash of texts in a search.
/// </remarks>
internal sealed class PackedKey
{
    private readonly Signature _signature;
    private readonly KeyLayout _layout;
    private readonly Part[] _parts; // almost always one

    public PackedKey(Signature signature, KeyLayout layout)
    {
        (_signature, _layout) = (signature, layout);
        var masks = new SortedDictionary<int, ulong>();
        foreach (var slot in signature.Slots)
        {
            Named |= SegmentRow.NamedBit(slot);
            masks[layout.WordOf(slot)] = masks.GetValueOrDefault(layout.WordOf(slot)) | layout.MaskOf(slot);
        }

        var parts = new List<Part>();
        var taken = 0UL;
        foreach (var (word, mask) in masks)
        {
            var turn = 0;
            while (turn < 64 && (BitOperations.RotateLeft(mask, turn) & taken) != 0) turn++;
            IsExact &= turn < 64;
            taken |= BitOperations.RotateLeft(mask, turn);
            parts.Add(new Part(word, mask, turn));
        }

        _parts = [.. parts];
    }

    /// <summary>Whether different symbols always have different keys; where not, equalities are left to be checked.</summary>
    public bool IsExact { get; } = true;

    /// <summary>The bits of the slots in <see cref="SegmentRow.Named"/>.</summary>
    public ulong Named { get; }

    /// <summary>Whether the key is the masked first word.</summary>
    public bool IsOneWord => _parts.Length == 1;

    /// <summary>The word of the first part.</summary>
    public int FirstWord => _parts[0].Word;

    /// <summary>The bits of the first part; it is never turned.</summary>
    public ulong FirstMask => _parts[0].Mask;

    /// <summary>The key of symbols, one for each slot of the signature.</summary>
    public ulong Of(int[] symbols)
    {
        var words = new ulong[_layout.WordCount];
        for (var i = 0; i < symbols.Length; i++)
        {
            var position = _layout.Positions[_signature.Slots[i]];
            words[position >> 6] |= (ulong)symbols[i] << (position & 63);
        }

        return Of(words);
    }

    /// <summary>The key of packed symbols.</summary>
    public ulong Of(ReadOnlySpan<ulong> words)
    {
        var key = 0UL;
        foreach (var part in _parts) key ^= BitOperations.RotateLeft(words[part.Word] & part.Mask, part.Turn);
        return key;
    }

    /// <summary>What a key takes from one word.</summary>
    private readonly record struct Part(int Word, ulong Mask, int Turn);
}
