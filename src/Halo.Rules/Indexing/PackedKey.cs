using System.Numerics;
using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// The key of a signature: the packed symbols of its slots, in 64 bits. Symbols of other words are turned to where they
/// meet no others; where there is no such place they are folded, and two keys may be the same.
/// </summary>
internal sealed class PackedKey
{
    private readonly Signature _signature;
    private readonly KeyLayout _layout;
    private readonly ulong _named;
    private readonly Part _first;
    private readonly Part[] _more; // almost always none

    public PackedKey(Signature signature, KeyLayout layout)
    {
        (_signature, _layout) = (signature, layout);
        var masks = new SortedDictionary<int, ulong>();
        foreach (var slot in signature.Slots)
        {
            _named |= SegmentRow.NamedBit(slot);
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

        _first = parts[0];
        _more = [.. parts[1..]];
    }

    /// <summary>Whether different symbols always have different keys; where not, equalities are left to be checked.</summary>
    public bool IsExact { get; } = true;

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

    /// <summary>The key of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(SegmentRow row) => Of(row.Words);

    /// <summary>Whether a row has a symbol in every slot of the signature; true may be wrong, false is certain.</summary>
    public bool IsIn(SegmentRow row) => (row.Named & _named) == _named;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Of(ReadOnlySpan<ulong> words)
    {
        var key = _first.Of(words);
        foreach (var part in _more) key ^= part.Of(words);
        return key;
    }

    /// <summary>What a key takes from one word.</summary>
    private readonly record struct Part(int Word, ulong Mask, int Turn)
    {
        public ulong Of(ReadOnlySpan<ulong> words) => BitOperations.RotateLeft(words[Word] & Mask, Turn);
    }
}
