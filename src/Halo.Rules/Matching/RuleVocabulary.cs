namespace Halo.Rules;

/// <summary>
/// What a rule set talks about: each tested attribute has a slot, and each value that some rule compares an attribute
/// with has a symbol within its slot, from 1; symbol 0 is every other value and none.
/// </summary>
internal sealed class RuleVocabulary
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<Dictionary<AttributeValue, int>> _symbols = [];

    public int SlotCount => _symbols.Count;

    public int SymbolCount(int slot) => _symbols[slot].Count;

    /// <summary>The slot of an attribute, added if it is new.</summary>
    public int AddSlot(string attribute)
    {
        if (_slots.TryGetValue(attribute, out var slot)) return slot;
        slot = _symbols.Count;
        _slots.Add(attribute, slot);
        _symbols.Add([]);
        return slot;
    }

    /// <summary>The symbol of a value within a slot, added if it is new.</summary>
    public int AddSymbol(int slot, AttributeValue value)
    {
        var symbols = _symbols[slot];
        if (symbols.TryGetValue(value, out var symbol)) return symbol;
        symbol = symbols.Count + 1;
        symbols.Add(value, symbol);
        return symbol;
    }

    /// <summary>The slot of an attribute, -1 when no rule tests it.</summary>
    public int FindSlot(string attribute) => _slots.GetValueOrDefault(attribute, -1);

    /// <summary>The symbol of a value within a slot, 0 when no rule compares with it.</summary>
    public int FindSymbol(int slot, in AttributeValue value) => _symbols[slot].GetValueOrDefault(value);

    /// <summary>Translates a table of literals into this vocabulary. O(literals).</summary>
    public BoundLiteral[] Bind(LiteralTable table)
    {
        var slotOfName = new int[table.NameCount];
        for (var name = 0; name < slotOfName.Length; name++) slotOfName[name] = FindSlot(table.NameOf(name));

        var literals = table.Literals;
        var bound = new BoundLiteral[literals.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var slot = slotOfName[literals[i].Name];
            bound[i] = new BoundLiteral(slot, slot < 0 ? 0 : FindSymbol(slot, literals[i].Value));
        }

        return bound;
    }
}

/// <summary>A literal in a rule set's vocabulary.</summary>
/// <param name="Slot">The attribute's slot, -1 when no rule tests it.</param>
/// <param name="Symbol">The value's symbol in the slot, 0 when no rule compares with it.</param>
internal readonly record struct BoundLiteral(int Slot, int Symbol);
