namespace Halo.Rules;

/// <summary>
/// Decides which table each term goes to. The commonest combinations of attributes get a table of their own; a rarer one
/// is filed by the kept combination that covers most of it, or by its one rarest value.
/// </summary>
internal sealed class SignatureFiling
{
    /// <summary>How many tables there may be over more than one attribute: a search may have to probe each of them.</summary>
    public const int MaxTables = 24;

    private readonly HashSet<Signature> _kept;
    private readonly Dictionary<(int Slot, int Symbol), int> _uses = [];

    public SignatureFiling(List<TermKey> keys)
    {
        var counts = new Dictionary<Signature, int>();
        foreach (var key in keys)
        {
            if (key.Signature.Slots.Length > 1) counts[key.Signature] = counts.GetValueOrDefault(key.Signature) + 1;
        }

        _kept = [.. counts.OrderByDescending(pair => pair.Value).Take(MaxTables).Select(pair => pair.Key)];
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

    /// <summary>How the symbols of the tables over more than one attribute are packed: those of the most tables first.</summary>
    public KeyLayout LayOut(RuleVocabulary vocabulary) => _kept.Count == 0 ? KeyLayout.None : new KeyLayout(vocabulary, SlotsByUse);

    /// <summary>The slots by which a term is filed.</summary>
    public Signature HomeOf(TermKey key)
    {
        if (key.Signature.Slots.Length <= 1 || _kept.Contains(key.Signature)) return key.Signature;
        var best = Signature.Empty;
        foreach (var candidate in _kept)
        {
            if (candidate.Slots.Length > best.Slots.Length && candidate.IsSubsetOf(key.Signature)) best = candidate;
        }

        return best.Slots.Length > 0 ? best : new Signature([RarestSlot(key)]);
    }

    private IEnumerable<int> SlotsByUse => _kept.SelectMany(signature => signature.Slots).GroupBy(slot => slot).OrderByDescending(uses => uses.Count()).ThenBy(uses => uses.Key).Select(uses => uses.Key);

    private int RarestSlot(TermKey key) => key.Signature.Slots.MinBy(slot => key.SymbolsOf(slot).Sum(symbol => _uses[(slot, symbol)]));
}
