namespace Halo.Rules;

/// <summary>The tables of a segment over more than one attribute, best first.</summary>
internal sealed class SignatureTables(IEnumerable<SignatureTable> tables)
{
    /// <summary>How many tables there may be: a search may have to probe each of them.</summary>
    public const int MaxCount = 24;

    private const int Few = 3; // as many are probed in turn for less than it costs to prepare

    private readonly SignatureTable[] _tables = [.. tables.OrderBy(table => table.BestRank)];

    public int Count => _tables.Length;

    public bool AreFew => _tables.Length <= Few;

    public long Bytes => _tables.Sum(table => table.Bytes);

    /// <summary>Probes one table after the other, until none left can hold a better rule.</summary>
    public void SearchInTurn(SegmentRow row, ref RuleSearch search)
    {
        foreach (var table in _tables)
        {
            if (table.BestRank >= search.Best) return;
            ref readonly var slot = ref table.Find(table.KeyOf(row));
            if (slot.BestRank < search.Best) search.Visit(slot.Bucket, row);
        }
    }

    /// <summary>
    /// Probes all tables that can hold a better rule at once, for many tables. Their slots are read before the first is looked at,
    /// so that their cache misses overlap. Then the bucket of the best rule comes first: when that rule matches, no other bucket
    /// is touched.
    /// </summary>
    public void SearchTogether(SegmentRow row, ref RuleSearch search)
    {
        Span<ulong> keys = stackalloc ulong[MaxCount];
        Span<int> locations = stackalloc int[MaxCount];
        Span<int> ranks = stackalloc int[MaxCount];
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
}
