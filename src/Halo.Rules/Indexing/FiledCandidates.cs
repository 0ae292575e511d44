namespace Halo.Rules;

/// <summary>The candidates of one signature with their symbols, in the order in which they were filed: best first.</summary>
internal sealed class FiledCandidates
{
    private readonly List<int[]> _symbols = [];
    private readonly List<Candidate> _candidates = [];

    public void Add(int[] symbols, Candidate candidate)
    {
        _symbols.Add(symbols);
        _candidates.Add(candidate);
    }

    /// <summary>Visits each key with its candidates, best first and each once. The list is good until the next visit.</summary>
    /// <param name="keyOf">The key of symbols; different symbols may share one.</param>
    /// <param name="visit">Takes a key and its candidates.</param>
    public void ForEachKey(Func<int[], ulong> keyOf, Action<ulong, List<Candidate>> visit)
    {
        var keys = new ulong[_candidates.Count];
        var order = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (keyOf(_symbols[i]), i);
        Array.Sort(keys, order);

        var run = new List<Candidate>();
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++) { }

            // The sort by key alone is not stable; within a key the order of filing is the order of the rules.
            Array.Sort(order, start, end - start);
            run.Clear();
            for (var i = start; i < end; i++)
            {
                var candidate = _candidates[order[i]];
                if (run.Count == 0 || !ReferenceEquals(run[^1], candidate)) run.Add(candidate);
            }

            visit(keys[start], run);
        }
    }
}
