namespace Halo.Rules;

/// <summary>
/// Finds the best matching rule without looking at the others: rules are filed by the values that they demand, one table
/// for each combination of attributes (tuple-space search; Srinivasan, Suri, Varghese, 1999). A search probes each table
/// once, best table first, and stops when no table left can hold a better rule.
/// </summary>
/// <remarks>
/// Equalities and short <c>in</c> lists are indexed; every other condition is checked on the rules that a probe offers.
/// A probe may offer rules that do not match, but never misses one.
/// </remarks>
public sealed class RuleIndex : RuleMatcher
{
    /// <summary>How many tables there may be: rules of rarer combinations join a table that tests fewer attributes.</summary>
    internal const int MaxTables = 32;

    private readonly SignatureTable[] _tables;

    /// <summary>Builds the index. O(conditions log rules).</summary>
    /// <param name="rules">The rules.</param>
    public RuleIndex(RuleSet rules)
        : base(rules)
    {
        var compiler = new ConditionCompiler(Vocabulary);
        var keys = new RuleKey[rules.Count];
        for (var rank = 0; rank < keys.Length; rank++) keys[rank] = RuleKey.Of(RuleAt(rank).When, compiler, Vocabulary);

        var filing = new SignatureFiling(keys);
        _tables = [.. filing.Signatures
            .Select(slots => SignatureTable.Build(slots, Vocabulary, File(slots, filing, keys, compiler)))
            .OrderBy(table => table.BestRank)];
    }

    internal override int FirstMatch(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1)
    {
        var symbols = row.Symbols;
        var best = int.MaxValue;
        foreach (var table in _tables)
        {
            if (table.BestRank >= best) break;
            foreach (ref readonly var entry in table.Find(symbols))
            {
                if (entry.Rank >= best) break;
                if (entry.Rank <= after || !admitted[entry.Target]) continue;
                if (entry.Residual is { } residual && !residual.Matches(row)) continue;
                best = entry.Rank;
                break;
            }
        }

        return best == int.MaxValue ? -1 : best;
    }

    private List<(int[] Symbols, RuleEntry Entry)> File(int[] slots, SignatureFiling filing, RuleKey[] keys, ConditionCompiler compiler)
    {
        var filed = new List<(int[], RuleEntry)>();
        var exact = SignatureTable.IsExact(slots, Vocabulary);
        foreach (var rank in filing.RanksOf(slots))
        {
            var key = keys[rank];
            var choices = Array.ConvertAll(slots, slot => key.Equalities.First(equality => equality.Slot == slot).Symbols);
            var complete = exact && slots.Length == key.Equalities.Count;
            var residual = complete ? key.Residual : compiler.Compile(RuleAt(rank).When);
            var entry = new RuleEntry(rank, Targets.OfRank[rank], residual);
            foreach (var combination in Combinations(choices)) filed.Add((combination, entry));
        }

        return filed;
    }

    private static List<int[]> Combinations(int[][] choices)
    {
        List<int[]> combinations = [[]];
        foreach (var choice in choices)
        {
            combinations = [.. combinations.SelectMany(head => choice.Select(symbol => (int[])[.. head, symbol]))];
        }

        return combinations;
    }
}
