namespace Halo.Rules;

/// <summary>The terms of a segment's rules, by the slots that each is filed by.</summary>
/// <param name="Layout">How the symbols of these slots are packed.</param>
/// <param name="Candidates">The terms.</param>
internal sealed record SegmentFiling(KeyLayout Layout, IReadOnlyDictionary<Signature, FiledCandidates> Candidates)
{
    /// <summary>Files the rules of a segment.</summary>
    /// <param name="log">The rules by number.</param>
    /// <param name="numbers">The numbers of the segment's rules, best first.</param>
    /// <param name="compiler">Compiles against the vocabulary.</param>
    /// <param name="vocabulary">The segment's vocabulary; all rules are declared in it.</param>
    public static SegmentFiling File(RuleLog log, int[] numbers, ConditionCompiler compiler, RuleVocabulary vocabulary)
    {
        var keys = new List<TermKey>(numbers.Length);
        var ranks = new List<int>(numbers.Length);
        for (var rank = 0; rank < numbers.Length; rank++)
        {
            foreach (var term in ConditionTerms.Of(log.RuleOf(numbers[rank]).When))
            {
                keys.Add(TermKey.Of(term, compiler, vocabulary));
                ranks.Add(rank);
            }
        }

        var filing = new SignatureFiling(keys);
        var layout = filing.LayOut(vocabulary);
        var exact = new Dictionary<Signature, bool>();
        var filed = new Dictionary<Signature, FiledCandidates>();
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var home = filing.HomeOf(key);
            var isExact = true;
            if (home.Slots.Length > 1 && !exact.TryGetValue(home, out isExact)) exact.Add(home, isExact = new PackedKey(home, layout).IsExact);
            var candidate = new Candidate(ranks[i], log.TargetOf(numbers[ranks[i]]), isExact ? key.RestBeyond(home) : key.Term);
            if (!filed.TryGetValue(home, out var list)) filed.Add(home, list = new FiledCandidates());
            foreach (var symbols in key.CombinationsOf(home)) list.Add(symbols, candidate);
        }

        return new SegmentFiling(layout, filed);
    }
}
