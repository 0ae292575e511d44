namespace Halo.Rules;

/// <summary>One term of a rule while the index is built.</summary>
/// <param name="rank">The rule's rank in its segment.</param>
/// <param name="target">Its agent's target number.</param>
/// <param name="rest">The parts that are not decided by where it is filed.</param>
internal sealed class RuleTerm(int rank, int target, IReadOnlyList<Condition> rest)
{
    private RuleCheck? _check;

    public int Rank => rank;

    public int Target => target;

    public IReadOnlyList<Condition> Rest => rest;

    /// <summary>The same term, filed so that one part needs no check any more.</summary>
    public RuleTerm Without(Condition? decided) =>
        decided is null ? this : new RuleTerm(rank, target, [.. rest.Where(part => !ReferenceEquals(part, decided))]);

    /// <summary>The entry that a search meets; the rest is compiled once, however often the term is filed.</summary>
    public RuleEntry ToEntry(EntryCompiler compiler) => new(rank, target, _check ??= compiler.Compile(rest));
}

/// <summary>The terms of one signature with their symbols, in the order in which they were filed: best first.</summary>
internal sealed class FiledTerms
{
    private readonly List<int[]> _symbols = [];
    private readonly List<RuleTerm> _terms = [];

    public void Add(int[] symbols, RuleTerm term)
    {
        _symbols.Add(symbols);
        _terms.Add(term);
    }

    /// <summary>Visits each key with its terms, best first and each once. The list is good until the next visit.</summary>
    /// <param name="keyOf">The key of symbols; different symbols may share one.</param>
    /// <param name="visit">Takes a key and its terms.</param>
    public void ForEachKey(Func<int[], ulong> keyOf, Action<ulong, List<RuleTerm>> visit)
    {
        var keys = new ulong[_terms.Count];
        var order = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (keyOf(_symbols[i]), i);
        Array.Sort(keys, order);

        var run = new List<RuleTerm>();
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++) { }

            // The sort by key alone is not stable; within a key the order of filing is the order of the rules.
            Array.Sort(order, start, end - start);
            run.Clear();
            for (var i = start; i < end; i++)
            {
                var term = _terms[order[i]];
                if (run.Count == 0 || !ReferenceEquals(run[^1], term)) run.Add(term);
            }

            visit(keys[start], run);
        }
    }
}
