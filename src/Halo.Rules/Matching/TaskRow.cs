using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// One task as a matcher sees it: for each slot of a rule set's vocabulary the task's literal and its symbol. One row is
/// filled again and again, without allocating; it is not safe to share between threads.
/// </summary>
internal sealed class TaskRow
{
    private const int Absent = -1;

    private readonly LiteralTable _table;
    private readonly BoundLiteral[] _bound;
    private readonly int[] _literals;
    private readonly int[] _symbols;

    public TaskRow(RuleVocabulary vocabulary, LiteralTable table)
    {
        _table = table;
        _bound = vocabulary.Bind(table);
        _symbols = new int[vocabulary.SlotCount];
        _literals = new int[vocabulary.SlotCount];
        Array.Fill(_literals, Absent);
    }

    /// <summary>The symbol of each slot; 0 where the attribute is absent or has a value that no rule names.</summary>
    public ReadOnlySpan<int> Symbols => _symbols;

    /// <summary>Fills the row with a task's literals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            var bound = _bound[literal];
            if (bound.Slot < 0) continue;
            _symbols[bound.Slot] = bound.Symbol;
            _literals[bound.Slot] = literal;
        }
    }

    /// <summary>Empties the row of the literals that filled it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unload(ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            var slot = _bound[literal].Slot;
            if (slot < 0) continue;
            _symbols[slot] = 0;
            _literals[slot] = Absent;
        }
    }

    public bool Has(int slot) => _literals[slot] != Absent;

    /// <summary>The value in a slot; the absent value where there is none.</summary>
    public AttributeValue Value(int slot)
    {
        var literal = _literals[slot];
        return literal == Absent ? default : _table.Literals[literal].Value;
    }
}
