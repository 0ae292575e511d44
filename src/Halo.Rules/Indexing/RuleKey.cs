namespace Halo.Rules;

/// <summary>A rule taken apart for filing.</summary>
/// <param name="Equalities">For each indexable attribute its slot and the symbols that it may have; slots ascending and distinct.</param>
/// <param name="Residual">All other conditions, compiled; null when there are none.</param>
internal sealed record RuleKey(IReadOnlyList<(int Slot, int[] Symbols)> Equalities, ConditionMatcher? Residual)
{
    /// <summary>How many keys one rule may be filed under: <c>in</c> lists that would multiply beyond this stay residual.</summary>
    public const int MaxExpansion = 64;

    /// <summary>Takes a condition apart: equalities and short lists on distinct attributes become the key.</summary>
    public static RuleKey Of(Condition condition, ConditionCompiler compiler, RuleVocabulary vocabulary)
    {
        var bySlot = new SortedDictionary<int, int[]>();
        var residual = new List<Condition>();
        var lists = new List<InCondition>();
        foreach (var part in ConditionCompiler.Conjuncts(condition))
        {
            if (part is InCondition list) lists.Add(list);
            else if (part is not EqualsCondition equals || !TryDemand(equals)) residual.Add(part);
        }

        // The shortest lists first, as long as the number of combinations stays within the bound.
        var expansion = 1L;
        foreach (var list in lists.OrderBy(l => l.Values.Count))
        {
            var slot = vocabulary.AddSlot(list.Attribute);
            var symbols = compiler.Symbols(slot, list.Values).Distinct().ToArray();
            if (expansion * symbols.Length <= MaxExpansion && bySlot.TryAdd(slot, symbols)) expansion *= symbols.Length;
            else residual.Add(list);
        }

        // Compiled here, not when the tables are built: the packing of keys needs every symbol to be known.
        var rest = residual.Count == 0 ? null : compiler.Compile(new AllCondition(residual));
        return new RuleKey([.. bySlot.Select(pair => (pair.Key, pair.Value))], rest);

        bool TryDemand(EqualsCondition equals)
        {
            var slot = vocabulary.AddSlot(equals.Attribute);
            return bySlot.TryAdd(slot, [vocabulary.AddSymbol(slot, equals.Value)]);
        }
    }
}
