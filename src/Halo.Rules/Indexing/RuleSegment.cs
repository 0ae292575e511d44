namespace Halo.Rules;

/// <summary>
/// Some rules, indexed once and for all. Rules are filed by the values that they demand, one table for each combination
/// of attributes (tuple-space search; Srinivasan, Suri, Varghese, 1999). A search probes the tables best first and stops
/// when none left can hold a better rule.
/// </summary>
/// <remarks>
/// Rules are ranked: rank 0 is the best rule of the segment. Each table, key and node knows the best rank that it leads to, so
/// that whatever cannot beat the rule found so far is passed over after the comparison of two integers.
/// </remarks>
internal sealed class RuleSegment
{
    private readonly RuleLog _log;
    private readonly int[] _numbers; // by rank
    private readonly ValueTable?[] _bySlot;
    private readonly SignatureTables _tables;
    private readonly Bucket _anywhere; // rules without an equality
    private readonly Buckets _buckets;

    /// <summary>Builds the segment. O(conditions log conditions).</summary>
    /// <param name="log">The rules by number.</param>
    /// <param name="numbers">The numbers of the segment's rules, best first.</param>
    public RuleSegment(RuleLog log, int[] numbers)
    {
        (_log, _numbers) = (log, numbers);
        var compiler = new ConditionCompiler(Vocabulary);
        foreach (var number in numbers) compiler.Declare(log.RuleOf(number).When);

        (Layout, var filed) = SegmentFiling.File(log, numbers, compiler, Vocabulary);
        var store = new BucketStore(new EntryCompiler(compiler, Vocabulary));
        var builder = new NodeBuilder(compiler, Vocabulary, store);
        _bySlot = new ValueTable?[Vocabulary.SlotCount];
        var tables = new List<SignatureTable>();
        var anywhere = default(Bucket);
        foreach (var (signature, terms) in filed)
        {
            switch (signature.Slots)
            {
                case []:
                    terms.ForEachKey(_ => 0, (_, all) => anywhere = builder.Build(all).Bucket);
                    break;
                case [var slot]:
                    var table = _bySlot[slot] = new ValueTable(Vocabulary.SymbolCount(slot));
                    terms.ForEachKey(symbols => (ulong)symbols[0], (symbol, rules) => table.Set((int)symbol, builder.Build(rules)));
                    break;
                default:
                    var (key, buckets) = (new PackedKey(signature, Layout), new List<KeyValuePair<ulong, RankedBucket>>());
                    terms.ForEachKey(key.Of, (packed, rules) => buckets.Add(new(packed, builder.Build(rules))));
                    tables.Add(new SignatureTable(key, buckets));
                    break;
            }
        }

        _anywhere = anywhere;
        _buckets = store.ToBuckets();
        _tables = new SignatureTables(tables);
    }

    /// <summary>The numbers of the rules, best first; removed ones among them.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    public RuleVocabulary Vocabulary { get; } = new();

    /// <summary>How rows pack the symbols that the tables file by.</summary>
    public KeyLayout Layout { get; }

    public int TableCount => _tables.Count + _bySlot.Count(table => table is not null);

    /// <summary>Looks for a better rule, in three stages: rules that demand one value that the task has, several of them, or none.</summary>
    public void Search(SegmentRow row, ref RuleSearch search)
    {
        var before = search.Rule < 0 ? _numbers.Length : RankOf(_log.KeyOf(search.Rule));
        if (before == 0) return; // what was found elsewhere is better than every rule here
        search.Enter(_buckets, _numbers, search.After == RuleOrder.First ? -1 : RankOf(search.After + 1) - 1, before);

        foreach (var slot in row.NamedSlots)
        {
            if (_bySlot[slot] is { } table && table.BestRank < search.Best) search.Visit(table.Find(row.Symbols[slot]), row);
        }

        if (_tables.AreFew) _tables.SearchInTurn(row, ref search);
        else _tables.SearchTogether(row, ref search);

        search.Visit(_anywhere, row);
        search.Leave();
    }

    public void Count(ref NodeCounts counts)
    {
        _buckets.Count(ref counts);
        foreach (var table in _bySlot) counts.Bytes += table?.Bytes ?? 8;
        counts.Bytes += _tables.Bytes + Vocabulary.Bytes + (_numbers.Length * 4L);
    }

    /// <summary>The rank that a key has or would have: that of the first rule that does not come before it. O(log rules).</summary>
    private int RankOf(ulong key)
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
