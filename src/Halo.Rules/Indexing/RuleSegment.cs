namespace Halo.Rules;

/// <summary>
/// Some rules, indexed once and for all. Rules are filed by the values that they demand, one table for each combination
/// of attributes (tuple-space search; Srinivasan, Suri, Varghese, 1999). A search probes the tables best first and stops
/// when none left can hold a better rule.
/// </summary>
internal sealed class RuleSegment
{
    private const int FewTables = 3; // as many are probed one after the other for less than it costs to prepare

    private readonly RuleLog _log;
    private readonly int[] _numbers; // by rank
    private readonly ValueTable?[] _bySlot;
    private readonly SignatureTable[] _tables; // best first
    private readonly Bucket _anywhere;         // rules without an equality
    private readonly Buckets _buckets;

    /// <summary>Builds the segment. O(conditions log conditions).</summary>
    /// <param name="log">The rules by number.</param>
    /// <param name="numbers">The numbers of the segment's rules, best first.</param>
    public RuleSegment(RuleLog log, int[] numbers)
    {
        _log = log;
        _numbers = numbers;
        BestKey = numbers.Length == 0 ? RuleOrder.Last : log.KeyOf(numbers[0]);
        var compiler = new ConditionCompiler(Vocabulary);
        foreach (var number in numbers) compiler.Declare(log.RuleOf(number).When);

        var store = new BucketStore(new NodeBuilder(compiler, Vocabulary), compiler);
        var filed = File(compiler);
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
        _tables = [.. tables.OrderBy(table => table.BestRank)];
    }

    /// <summary>The numbers of the rules, best first; removed ones among them.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    public ulong BestKey { get; }

    public RuleVocabulary Vocabulary { get; } = new();

    public int TableCount => _tables.Length + _bySlot.Count(table => table is not null);

    public void Search(SegmentRow row, ref RuleSearch search)
    {
        if (BestKey >= search.BestKey) return;
        var best = search.BestNumber < 0 ? _numbers.Length : FirstNotBefore(search.BestKey);
        var after = search.After == RuleOrder.First ? -1 : FirstNotBefore(search.After + 1) - 1;
        var ranked = new RankSearch(search.Admitted, after, best) { Numbers = _numbers, Removed = search.Removed };
        Search(row, ref ranked);
        if (ranked.Best < best) search.Take(_log.KeyOf(_numbers[ranked.Best]), _numbers[ranked.Best]);
        search.Count(in ranked);
    }

    public void Count(ref NodeCounts counts)
    {
        _buckets.Count(ref counts);
        foreach (var table in _bySlot) counts.Bytes += table?.Bytes ?? 8;
        foreach (var table in _tables) counts.Bytes += table.Bytes;
        counts.Bytes += Vocabulary.Bytes + (_numbers.Length * 4L);
    }

    private void Search(SegmentRow row, ref RankSearch search)
    {
        var symbols = row.Symbols;
        foreach (var slot in row.NamedSlots)
        {
            if (_bySlot[slot] is { } table && table.BestRank < search.Best) _buckets.Search(table.Find(symbols[slot]), row, ref search);
        }

        if (_tables.Length > FewTables)
        {
            SearchManyTables(symbols, row, ref search);
        }
        else
        {
            foreach (var table in _tables)
            {
                if (table.BestRank >= search.Best) break;
                SearchBucket(table.End(table.Begin(symbols), search.Best), row, ref search);
            }
        }

        SearchBucket(_anywhere, row, ref search);
    }

    // The slots of all tables are read before the first is looked at, so that their cache misses overlap.
    private void SearchManyTables(ReadOnlySpan<int> symbols, SegmentRow row, ref RankSearch search)
    {
        Span<SignatureTable.Probe> probes = stackalloc SignatureTable.Probe[SignatureFiling.MaxTables];
        var tables = _tables;
        var count = 0;
        for (; count < tables.Length && tables[count].BestRank < search.Best; count++) probes[count] = tables[count].Begin(symbols);
        for (var i = 0; i < count && tables[i].BestRank < search.Best; i++)
        {
            SearchBucket(tables[i].End(in probes[i], search.Best), row, ref search);
        }
    }

    private void SearchBucket(Bucket bucket, SegmentRow row, ref RankSearch search)
    {
        if (!bucket.IsEmpty) _buckets.Search(bucket, row, ref search);
    }

    /// <summary>The rank of the first rule whose key is not before the given one, by bisection.</summary>
    private int FirstNotBefore(ulong key)
    {
        var (low, high) = (0, _numbers.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_log.KeyOf(_numbers[middle]) < key) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private Dictionary<Signature, FiledCandidates> File(ConditionCompiler compiler)
    {
        var keys = new List<TermKey>(_numbers.Length);
        var ranks = new List<int>(_numbers.Length);
        for (var rank = 0; rank < _numbers.Length; rank++)
        {
            foreach (var term in ConditionTerms.Of(_log.RuleOf(_numbers[rank]).When))
            {
                keys.Add(TermKey.Of(term, compiler, Vocabulary));
                ranks.Add(rank);
            }
        }

        var filing = new SignatureFiling(keys);
        var filed = new Dictionary<Signature, FiledCandidates>();
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var home = filing.HomeOf(key);
            var rest = SignatureTable.IsExact(home, Vocabulary) ? key.RestBeyond(home) : key.Term;
            var candidate = new Candidate(ranks[i], _log.TargetOf(_numbers[ranks[i]]), rest);
            if (!filed.TryGetValue(home, out var list)) filed.Add(home, list = new FiledCandidates());
            foreach (var symbols in key.CombinationsOf(home)) list.Add(symbols, candidate);
        }

        return filed;
    }
}
