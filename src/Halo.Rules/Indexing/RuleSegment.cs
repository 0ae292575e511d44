namespace Halo.Rules;

/// <summary>
/// Some rules, indexed once and for all. Rules are filed by the values that they demand, one table for each combination
/// of attributes (tuple-space search; Srinivasan, Suri, Varghese, 1999). A search probes the tables best first and stops
/// when none left can hold a better rule.
/// </summary>
internal sealed class RuleSegment
{
    private readonly int[] _numbers;
    private readonly ValueTable?[] _bySlot;
    private readonly SignatureTable[] _tables; // best first
    private readonly Bucket _anywhere;         // rules without an equality
    private readonly Buckets _buckets;

    /// <summary>Builds the segment. O(conditions log conditions).</summary>
    /// <param name="log">The rules by number.</param>
    /// <param name="numbers">The numbers of the segment's rules, best first.</param>
    public RuleSegment(RuleLog log, int[] numbers)
    {
        _numbers = numbers;
        BestKey = numbers.Length == 0 ? RuleOrder.Last : log.KeyOf(numbers[0]);
        var compiler = new ConditionCompiler(Vocabulary);
        foreach (var number in numbers) compiler.Declare(log.RuleOf(number).When);

        var store = new BucketStore(new NodeBuilder(compiler, Vocabulary), compiler);
        var filed = File(log, compiler);
        _bySlot = new ValueTable?[Vocabulary.SlotCount];
        var tables = new List<SignatureTable>();
        var anywhere = default(Bucket);
        foreach (var (signature, candidates) in filed)
        {
            if (signature.Slots.Length == 0) candidates.ForEachKey(_ => 0, (_, all) => anywhere = store.Add(all));
            else if (signature.Slots is [var slot]) _bySlot[slot] = new ValueTable(slot, Vocabulary.SymbolCount(slot), candidates, store);
            else tables.Add(new SignatureTable(signature, Vocabulary, candidates, store));
        }

        _anywhere = anywhere;
        _buckets = store.ToBuckets();
        foreach (var table in _bySlot) table?.Finish(_buckets);
        _tables = [.. tables.OrderBy(table => table.BestKey)];
    }

    /// <summary>The numbers of the rules, best first; removed ones among them.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    public ulong BestKey { get; }

    public RuleVocabulary Vocabulary { get; } = new();

    public int TableCount => _tables.Length + _bySlot.Count(table => table is not null);

    public void Search(SegmentRow row, ref RuleSearch search)
    {
        if (BestKey >= search.BestKey) return;
        var symbols = row.Symbols;
        foreach (var slot in row.NamedSlots)
        {
            if (_bySlot[slot] is { } table && table.BestKey < search.BestKey) _buckets.Search(table.Find(symbols[slot]), row, ref search);
        }

        foreach (var table in _tables)
        {
            if (table.BestKey >= search.BestKey) break;
            _buckets.Search(table.Find(symbols, search.BestKey), row, ref search);
        }

        _buckets.Search(_anywhere, row, ref search);
    }

    public void Count(ref NodeCounts counts)
    {
        _buckets.Count(ref counts);
        foreach (var table in _bySlot) counts.Bytes += table?.Bytes ?? 8;
        foreach (var table in _tables) counts.Bytes += table.Bytes;
        counts.Bytes += Vocabulary.Bytes + (_numbers.Length * 4L);
    }

    private Dictionary<Signature, FiledCandidates> File(RuleLog log, ConditionCompiler compiler)
    {
        var keys = new List<TermKey>(_numbers.Length);
        var numbers = new List<int>(_numbers.Length);
        foreach (var number in _numbers)
        {
            foreach (var term in ConditionTerms.Of(log.RuleOf(number).When))
            {
                keys.Add(TermKey.Of(term, compiler, Vocabulary));
                numbers.Add(number);
            }
        }

        var filing = new SignatureFiling(keys);
        var filed = new Dictionary<Signature, FiledCandidates>();
        for (var i = 0; i < keys.Count; i++)
        {
            var (key, number) = (keys[i], numbers[i]);
            var home = filing.HomeOf(key);
            var rest = SignatureTable.IsExact(home, Vocabulary) ? key.RestBeyond(home) : key.Term;
            var candidate = new Candidate(log.KeyOf(number), number, log.TargetOf(number), rest);
            if (!filed.TryGetValue(home, out var list)) filed.Add(home, list = new FiledCandidates());
            foreach (var symbols in key.CombinationsOf(home)) list.Add(symbols, candidate);
        }

        return filed;
    }
}
