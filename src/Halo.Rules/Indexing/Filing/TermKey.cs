namespace Halo.Rules;

/// <summary>A term taken apart for filing: the parts that make its key, by slot, and the rest.</summary>
internal sealed class TermKey
{
    private readonly Condition[] _term;
    private readonly Demand[] _demands; // by slot

    private TermKey(Condition[] term, Demand[] demands)
    {
        _term = term;
        _demands = demands;
        Signature = new Signature(Array.ConvertAll(demands, demand => demand.Slot));
    }

    /// <summary>The slots of the key.</summary>
    public Signature Signature { get; }

    /// <summary>All parts of the term.</summary>
    public IReadOnlyList<Condition> Term => _term;

    /// <summary>Takes a term apart. Lists are part of the key while it has no more combinations than four times their values.</summary>
    public static TermKey Of(Condition[] term, ConditionCompiler compiler, RuleVocabulary vocabulary)
    {
        var demands = new List<Demand>(term.Length);
        foreach (var part in term)
        {
            if (part is not EqualsCondition equals) continue;
            var slot = vocabulary.AddSlot(equals.Attribute);
            if (IsFree(demands, slot)) demands.Add(new Demand(slot, [vocabulary.AddSymbol(slot, equals.Value)], part));
        }

        if (Array.Exists(term, part => part is InCondition)) AddLists(term, compiler, vocabulary, demands);
        if (demands.Count > 1) demands.Sort((a, b) => a.Slot.CompareTo(b.Slot));
        return new TermKey(term, [.. demands]);
    }

    /// <summary>The symbols that the term allows in a slot of its key.</summary>
    public int[] SymbolsOf(int slot) => DemandOf(slot).Symbols;

    /// <summary>The symbol combinations of some of the key's slots.</summary>
    public IReadOnlyList<int[]> CombinationsOf(Signature signature)
    {
        List<int[]> combinations = [new int[signature.Slots.Length]];
        for (var i = 0; i < signature.Slots.Length; i++)
        {
            var symbols = SymbolsOf(signature.Slots[i]);
            for (int known = combinations.Count, c = 0; c < known; c++)
            {
                for (var s = 1; s < symbols.Length; s++) combinations.Add([.. combinations[c][..i], symbols[s], .. new int[signature.Slots.Length - i - 1]]);
                combinations[c][i] = symbols[0];
            }
        }

        return combinations;
    }

    /// <summary>The parts that are left to check when a key of some of the slots was found.</summary>
    public IReadOnlyList<Condition> RestBeyond(Signature signature)
    {
        if (signature.Slots.Length == _term.Length) return [];
        var decided = Array.ConvertAll(signature.Slots, slot => DemandOf(slot).Part);
        return Array.FindAll(_term, part => !Array.Exists(decided, other => ReferenceEquals(other, part)));
    }

    private static void AddLists(Condition[] term, ConditionCompiler compiler, RuleVocabulary vocabulary, List<Demand> demands)
    {
        var combinations = 1L;
        var values = 0L;
        foreach (var list in term.OfType<InCondition>().OrderBy(list => list.Values.Count))
        {
            var slot = vocabulary.AddSlot(list.Attribute);
            int[] symbols = [.. compiler.Symbols(slot, list.Values).Distinct()];
            if (combinations * symbols.Length > 4 * (values + symbols.Length) || !IsFree(demands, slot)) continue;
            combinations *= symbols.Length;
            values += symbols.Length;
            demands.Add(new Demand(slot, symbols, list));
        }
    }

    private static bool IsFree(List<Demand> demands, int slot)
    {
        foreach (var demand in demands)
        {
            if (demand.Slot == slot) return false;
        }

        return true;
    }

    private Demand DemandOf(int slot)
    {
        foreach (var demand in _demands)
        {
            if (demand.Slot == slot) return demand;
        }

        throw new ArgumentOutOfRangeException(nameof(slot));
    }

    /// <summary>One part of the key.</summary>
    private readonly record struct Demand(int Slot, int[] Symbols, Condition Part);
}
