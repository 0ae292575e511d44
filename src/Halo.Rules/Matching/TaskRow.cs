using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// One task as a matcher sees it: a row for each of the matcher's vocabularies, and a matcher has one for each of its segments.
/// Not safe to share between threads.
/// </summary>
public sealed class TaskRow
{
    private readonly SegmentRow[] _segments;

    internal TaskRow(SegmentRow[] segments) => _segments = segments;

    internal SegmentRow this[int segment]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _segments[segment];
    }

    /// <summary>Fills the row with a task's literals. O(literals).</summary>
    /// <param name="literals">Numbers of the literal table that the row was made for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ReadOnlySpan<int> literals)
    {
        foreach (var segment in _segments) segment.Load(literals);
    }

    /// <summary>Empties the row of the literals that filled it. O(literals).</summary>
    /// <param name="literals">The same numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unload(ReadOnlySpan<int> literals)
    {
        foreach (var segment in _segments) segment.Unload(literals);
    }
}

/// <summary>
/// One task in one vocabulary: for each slot the task's literal and its symbol, and the slots that are filled. One row is
/// filled again and again, without allocating; it is not safe to share between threads.
/// </summary>
internal sealed class SegmentRow
{
    private const int Absent = -1;

    private readonly Literal[] _values; // by literal
    private readonly BoundLiteral[] _bound;
    private readonly int[] _literals;
    private readonly int[] _symbols;
    private readonly int[] _filled;
    private readonly int[] _positions;
    private readonly ulong[] _words;
    private int _filledCount;

    public SegmentRow(RuleVocabulary vocabulary, KeyLayout layout, LiteralTable table)
    {
        _positions = layout.Positions;
        _words = new ulong[layout.WordCount];
        _values = table.Items;
        _bound = vocabulary.Bind(table);
        _symbols = new int[vocabulary.SlotCount];
        _filled = new int[vocabulary.SlotCount];
        _literals = new int[vocabulary.SlotCount];
        Array.Fill(_literals, Absent);
    }

    /// <summary>The symbol of each slot; 0 where the attribute is absent or has a value that no rule names.</summary>
    public ReadOnlySpan<int> Symbols => _symbols;

    /// <summary>The slots whose symbol is not 0.</summary>
    public ReadOnlySpan<int> NamedSlots => _filled.AsSpan(0, _filledCount);

    /// <summary>The symbols of the slots of the key layout, packed.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The slots whose symbol is not 0, as bits; two slots may share one.</summary>
    public ulong Named { get; private set; }

    /// <summary>The bit of a slot in <see cref="Named"/>.</summary>
    public static ulong NamedBit(int slot) => 1UL << (slot & 63);

    /// <summary>Fills the row with a task's literals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ReadOnlySpan<int> literals)
    {
        var bounds = _bound;
        foreach (var literal in literals)
        {
            var bound = bounds[literal];
            if (bound.Slot < 0) continue;
            _literals[bound.Slot] = literal;
            if (bound.Symbol == 0) continue;
            _symbols[bound.Slot] = bound.Symbol;
            _filled[_filledCount++] = bound.Slot;
            Pack(bound);
        }
    }

    /// <summary>Empties the row of the literals that filled it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unload(ReadOnlySpan<int> literals)
    {
        var bounds = _bound;
        foreach (var literal in literals)
        {
            var slot = bounds[literal].Slot;
            if (slot < 0) continue;
            _symbols[slot] = 0;
            _literals[slot] = Absent;
        }

        _filledCount = 0;
        if (_words.Length == 0) return;
        Named = 0;
        Array.Clear(_words);
    }

    public bool Has(int slot) => _literals[slot] != Absent;

    /// <summary>The value in a slot; the absent value where there is none.</summary>
    public AttributeValue Value(int slot)
    {
        var literal = _literals[slot];
        return literal == Absent ? default : _values[literal].Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pack(BoundLiteral bound)
    {
        var positions = _positions;
        if ((uint)bound.Slot >= (uint)positions.Length) return; // nothing is packed
        Named |= NamedBit(bound.Slot);
        var position = positions[bound.Slot];
        if (position >= 0) _words[position >> 6] |= (ulong)bound.Symbol << (position & 63);
    }
}
