using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// Where the symbols of some slots lie in the packed key of a row: as many bits side by side as each needs, in words of 64.
/// A row packs its symbols once, and every table takes from them what it files by.
/// </summary>
internal sealed class KeyLayout
{
    private readonly int[] _positions; // by slot: the first bit, counted over all words, or -1
    private readonly int[] _widths;

    private KeyLayout() => (_positions, _widths) = ([], []);

    /// <param name="vocabulary">The slots.</param>
    /// <param name="slots">The slots that are packed; those that are used together are best named together, so that they share a word.</param>
    public KeyLayout(RuleVocabulary vocabulary, IEnumerable<int> slots)
    {
        _positions = new int[vocabulary.SlotCount];
        _widths = new int[vocabulary.SlotCount];
        Array.Fill(_positions, -1);
        var next = 0;
        foreach (var slot in slots)
        {
            var width = BitOperations.Log2((uint)vocabulary.SymbolCount(slot)) + 1;
            if ((next & 63) + width > 64) next = (next | 63) + 1;
            (_positions[slot], _widths[slot]) = (next, width);
            next += width;
        }

        WordCount = (next + 63) >> 6;
    }

    /// <summary>The layout that packs nothing.</summary>
    public static KeyLayout None { get; } = new();

    /// <summary>How many words a packed key has.</summary>
    public int WordCount { get; }

    /// <summary>The first bit of each slot's symbol, counted over all words; -1 for a slot that is not packed. Empty when none is.</summary>
    public int[] Positions => _positions;

    /// <summary>The bits of a slot's symbol, in the word that holds it.</summary>
    public ulong MaskOf(int slot) => (ulong.MaxValue >> (64 - _widths[slot])) << (_positions[slot] & 63);

    /// <summary>The word that holds a slot's symbol.</summary>
    public int WordOf(int slot) => _positions[slot] >> 6;
}
