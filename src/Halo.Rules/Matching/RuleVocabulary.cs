using System.Runtime.InteropServices;

namespace Halo.Rules;

/// <summary>
/// What some rules talk about: each tested attribute has a slot, and each value that some rule compares an attribute with
/// has a symbol within its slot, from 1; symbol 0 is every other value and none.
/// </summary>
internal sealed class RuleVocabulary
{
    private readonly LiteralTable _literals = new();
    private readonly List<int> _symbolCounts = [];
    private int[] _symbolOfLiteral = new int[16];

    public RuleVocabulary() => AddSlot(Condition.TypeAttribute); // a table numbers this attribute at once, so slots and its numbers agree

    public int SlotCount => _symbolCounts.Count;

    public int SymbolCount(int slot) => _symbolCounts[slot];

    /// <summary>The memory it holds, texts not counted.</summary>
    public long Bytes => _literals.Bytes + (_symbolOfLiteral.Length * 4L);

    /// <summary>The slot of an attribute, added if it is new.</summary>
    public int AddSlot(string attribute)
    {
        var slot = _literals.NumberOf(attribute);
        if (slot == _symbolCounts.Count) _symbolCounts.Add(0);
        return slot;
    }

    /// <summary>The symbol of a value within a slot, added if it is new.</summary>
    public int AddSymbol(int slot, AttributeValue value)
    {
        var literal = _literals.Intern(slot, value, out var isNew);
        if (literal == _symbolOfLiteral.Length) Array.Resize(ref _symbolOfLiteral, literal * 2);
        if (isNew) _symbolOfLiteral[literal] = ++CollectionsMarshal.AsSpan(_symbolCounts)[slot];
        return _symbolOfLiteral[literal];
    }

    /// <summary>Translates a table of literals into this vocabulary. O(literals).</summary>
    public BoundLiteral[] Bind(LiteralTable table)
    {
        var slotOfName = new int[table.NameCount];
        for (var name = 0; name < slotOfName.Length; name++) slotOfName[name] = _literals.FindName(table.NameOf(name));

        var literals = table.Literals;
        var bound = new BoundLiteral[literals.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var slot = slotOfName[literals[i].Name];
            var literal = slot < 0 ? -1 : _literals.Find(slot, literals[i].Value);
            bound[i] = new BoundLiteral(slot, literal < 0 ? 0 : _symbolOfLiteral[literal]);
        }

        return bound;
    }
}

/// <summary>A literal in a vocabulary.</summary>
/// <param name="Slot">The attribute's slot, -1 when no rule tests it.</param>
/// <param name="Symbol">The value's symbol in the slot, 0 when no rule compares with it.</param>
internal readonly record struct BoundLiteral(int Slot, int Symbol);
