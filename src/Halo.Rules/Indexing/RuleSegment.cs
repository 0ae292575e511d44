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

        var filed = SegmentFiling.File(log, numbers, compiler, Vocabulary);
        Layout = filed.Layout;
        var entries = new EntryCompiler(compiler, Vocabulary);
        var store = new BucketStore(entries);
        var builder = new NodeBuilder(compiler, Vocabulary, store);
        _bySlot = new ValueTable?[Vocabulary.SlotCount];
        var tables = new List<SignatureTable>();
        var anywhere = default(Bucket);
        foreach (var (signature, candidates) in filed.Candidates)
        {
            if (signature.Slots.Length == 0) candidates.ForEachKey(_ => 0, (_, all) => anywhere = builder.Build(all));
            else if (signature.Slots is [var slot]) _bySlot[slot] = new ValueTable(slot, Vocabulary.SymbolCount(slot), candidates, builder);
            else tables.Add(new SignatureTable(new PackedKey(signature, Layout), candidates, builder));
        }

        _anywhere = anywhere;
        _buckets = store.ToBuckets();
        _tables = [.. tables.OrderBy(table => table.BestRank)];
    }

    /// <summary>The numbers of the rules, best first; removed ones among them.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    public ulong BestKey { get; }

    public RuleVocabulary Vocabulary { get; } = new();

    /// <summary>How rows pack the symbols that the tables file by.</summary>
    public KeyLayout Layout { get; }

    public int TableCount => _tables.Length + _bySlot.Count(table => table is not null);

    public void Search(SegmentRow row, ref RuleSearch search)
    {
        var best = _numbers.Length;
        if (search.BestNumber >= 0)
        {
            var bestKey = _log.KeyOf(search.BestNumber);
            if (BestKey >= bestKey) return;
            best = FirstNotBefore(bestKey);
        }

        var after = search.After == RuleOrder.First ? -1 : FirstNotBefore(search.After + 1) - 1;
        var ranked = new RankSearch(_buckets, search.Admitted, after, best) { Numbers = _numbers, Removed = search.Removed };
        Search(row, ref ranked);
        if (ranked.Best < best) search.Take(_numbers[ranked.Best]);
        search.Candidates += ranked.Candidates;
        search.Checked += ranked.Checked;
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
        foreach (var slot in row.NamedSlots)
        {
            if (_bySlot[slot] is { } table && table.BestRank < search.Best) search.Visit(table.Find(row.Symbols[slot]), row);
        }

        if (_tables.Length > FewTables)
        {
            SearchManyTables(row, ref search);
        }
        else
        {
            foreach (var table in _tables)
            {
                if (table.BestRank >= search.Best) break;
                table.Search(table.KeyOf(row), row, ref search);
            }
        }

        search.Visit(_anywhere, row);
    }

    // The slots of all tables are read before the first is looked at, so that their cache misses overlap. Then the bucket of
    // the best rule comes first: when that rule matches, no other bucket is touched.
    private void SearchManyTables(SegmentRow row, ref RankSearch search)
    {
        Span<ulong> keys = stackalloc ulong[SignatureFiling.MaxTables];
        Span<int> locations = stackalloc int[SignatureFiling.MaxTables];
        Span<int> ranks = stackalloc int[SignatureFiling.MaxTables];
        var tables = _tables;
        var count = 0;
        for (; count < tables.Length && tables[count].BestRank < search.Best; count++)
        {
            var table = tables[count];
            keys[count] = table.KeyOf(row);
            locations[count] = keys[count] == 0 ? KeyTable.Free : table.Locate(keys[count]);
            ranks[count] = table.At(locations[count]).BestRank;
        }

        for (var i = 0; i < count; i++)
        {
            var location = tables[i].Confirm(locations[i], keys[i]);
            if (location == locations[i]) continue;
            locations[i] = location;
            ranks[i] = tables[i].At(location).BestRank;
        }

        if (count == 0) return;
        for (ranks = ranks[..count]; IndexOfLeast(ranks) is var best && ranks[best] < search.Best; ranks[best] = int.MaxValue)
        {
            search.Visit(tables[best].At(locations[best]).Bucket, row);
        }
    }

    private static int IndexOfLeast(ReadOnlySpan<int> ranks)
    {
        var (at, least) = (0, int.MaxValue);
        for (var i = 0; i < ranks.Length; i++)
        {
            at = ranks[i] < least ? i : at;
            least = Math.Min(least, ranks[i]);
        }

        return at;
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
}
