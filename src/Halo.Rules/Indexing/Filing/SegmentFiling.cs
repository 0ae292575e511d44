namespace Halo.Rules;

/// <summary>
/// Decides by which attributes each term is filed. A term that demands values of several attributes is filed by all of them at
/// once, so that one probe leads to it however common each value is alone; terms that demand values of the same
/// attributes (the same signature) share a table.
/// </summary>
/// <remarks>
/// A search probes every table, so their number is bounded. The commonest signatures get a table of their own; a rarer one is
/// filed by the kept signature that covers most of it, or by its one rarest value. What that leaves out is checked.
/// </remarks>
internal sealed class SegmentFiling
{
    private readonly HashSet<Signature> _kept;
    private readonly Dictionary<(int Slot, int Symbol), int> _uses = []; // by the terms whose signature is not kept

    /// <param name="keys">The keys of all terms.</param>
    public SegmentFiling(List<TermKey> keys)
    {
        var counts = new Dictionary<Signature, int>();
        foreach (var key in keys)
        {
            if (key.Signature.Slots.Length > 1) counts[key.Signature] = counts.GetValueOrDefault(key.Signature) + 1;
        }

        _kept = [.. counts.OrderByDescending(pair => pair.Value).Take(SignatureTables.MaxCount).Select(pair => pair.Key)];
        if (counts.Count == _kept.Count) return;
        foreach (var key in keys)
        {
            if (_kept.Contains(key.Signature)) continue;
            foreach (var slot in key.Signature.Slots)
            {
                foreach (var symbol in key.SymbolsOf(slot)) _uses[(slot, symbol)] = _uses.GetValueOrDefault((slot, symbol)) + 1;
            }
        }
    }

    /// <summary>Files the rules of a segment: their terms by signature, and how the symbols of the signatures' slots are packed.</summary>
    /// <param name="log">The rules by number.</param>
    /// <param name="numbers">The numbers of the segment's rules, best first.</param>
    /// <param name="compiler">Compiles against the vocabulary.</param>
    /// <param name="vocabulary">The segment's vocabulary; all rules are declared in it.</param>
    public static (KeyLayout Layout, IReadOnlyDictionary<Signature, FiledTerms> Terms) File(RuleLog log, int[] numbers, ConditionCompiler compiler, RuleVocabulary vocabulary)
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

        var filing = new SegmentFiling(keys);
        var layout = filing.LayOut(vocabulary);
        var exact = new Dictionary<Signature, bool>();
        var filed = new Dictionary<Signature, FiledTerms>();
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var home = filing.HomeOf(key);
            var isExact = true;
            if (home.Slots.Length > 1 && !exact.TryGetValue(home, out isExact)) exact.Add(home, isExact = new PackedKey(home, layout).IsExact);
            var term = new RuleTerm(ranks[i], log.TargetOf(numbers[ranks[i]]), isExact ? key.RestBeyond(home) : key.Term);
            if (!filed.TryGetValue(home, out var list)) filed.Add(home, list = new FiledTerms());
            foreach (var symbols in key.CombinationsOf(home)) list.Add(symbols, term);
        }

        return (layout, filed);
    }

    /// <summary>How the symbols of the tables over more than one attribute are packed: those of the most tables first.</summary>
    public KeyLayout LayOut(RuleVocabulary vocabulary) => _kept.Count == 0 ? KeyLayout.None : new KeyLayout(vocabulary, SlotsByUse);

    /// <summary>The slots by which a term is filed.</summary>
    public Signature HomeOf(TermKey key)
    {
        if (key.Signature.Slots.Length <= 1 || _kept.Contains(key.Signature)) return key.Signature;
        var best = Signature.Empty;
        foreach (var kept in _kept)
        {
            if (kept.Slots.Length > best.Slots.Length && kept.IsSubsetOf(key.Signature)) best = kept;
        }

        return best.Slots.Length > 0 ? best : new Signature([RarestSlot(key)]);
    }

    private IEnumerable<int> SlotsByUse =>
        _kept.SelectMany(signature => signature.Slots).GroupBy(slot => slot).OrderByDescending(uses => uses.Count()).ThenBy(uses => uses.Key).Select(uses => uses.Key);

    private int RarestSlot(TermKey key) => key.Signature.Slots.MinBy(slot => key.SymbolsOf(slot).Sum(symbol => _uses[(slot, symbol)]));
}
