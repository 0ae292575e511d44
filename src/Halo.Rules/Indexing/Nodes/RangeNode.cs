using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// Rules filed by the range that they demand of a number. The bounds, sorted, cut the numbers into places; a range of
/// many places is filed under few wide cells, one of few places under narrow ones, as in a hierarchical grid. A search
/// finds its number's place by bisection and looks at one cell of each width.
/// </summary>
/// <remarks>
/// A range fills at most <see cref="MaxCells"/> cells, which may reach beyond it: memory is linear in the rules, and the
/// range itself is checked again on what a cell offers.
/// </remarks>
internal sealed class RangeNode : CandidateNode
{
    public const int MaxCells = 4;

    private const int WidthStep = 2; // each width is four times the one before: half the cells to look at

    private readonly int _slot;
    private readonly double[] _cuts;
    private readonly KeyTable _cells;
    private readonly ulong _widths; // bit w: some range is filed under cells of 2^w places
    private readonly RankedBucket _rest;

    public RangeNode(int slot, double[] cuts, Dictionary<ulong, RankedBucket> cells, RankedBucket rest)
    {
        (_slot, _cuts, _rest) = (slot, cuts, rest);
        _cells = new KeyTable(cells);
        foreach (var cell in cells.Keys) _widths |= 1UL << WidthOf(cell);
        BestRank = Math.Min(_cells.BestRank, rest.BestRank);
    }

    /// <summary>The bounds of all ranges, sorted, each once.</summary>
    public static double[] CutsOf(IEnumerable<RangeCondition> ranges)
    {
        var bounds = ranges.SelectMany(range => new[] { range.Low, range.High }).ToArray();
        Array.Sort(bounds); // not a set of doubles: their hash is known, and bounds could be chosen to collide
        var count = 0;
        foreach (var bound in bounds)
        {
            if (count == 0 || bound != bounds[count - 1]) bounds[count++] = bound;
        }

        return bounds[..count];
    }

    /// <summary>The cells under which a range is filed.</summary>
    public static IEnumerable<ulong> CellsOf(RangeCondition range, double[] cuts)
    {
        var (first, last) = (PlaceOf(range.Low, cuts), PlaceOf(range.High, cuts));
        var width = 0;
        while ((last >> width) - (first >> width) >= MaxCells) width += WidthStep;
        for (var cell = first >> width; cell <= last >> width; cell++) yield return CellAt(cell, width);
    }

    public override void Search(SegmentRow row, ref RuleSearch search)
    {
        if (row.Value(_slot).TryGetNumber(out var number))
        {
            var place = PlaceOf(number, _cuts);
            for (var widths = _widths; widths != 0; widths &= widths - 1)
            {
                var width = BitOperations.TrailingZeroCount(widths);
                ref readonly var cell = ref _cells.Find(CellAt(place >> width, width));
                if (cell.BestRank < search.Best) search.Visit(cell.Bucket, row);
            }
        }

        _rest.Search(row, ref search);
    }

    public override void Count(ref NodeCounts counts) => counts.Bytes += 80 + _cells.Bytes + (_cuts.Length * 8L);

    // Even places are the gaps between cuts, odd ones the cuts themselves.
    private static int PlaceOf(double number, double[] cuts)
    {
        var low = 0;
        for (var length = cuts.Length; length > 0;)
        {
            var half = (length + 1) >>> 1;
            low = cuts[low + half - 1] < number ? low + half : low; // a conditional move: the branch would be guessed wrong every other time
            length -= half;
        }

        return (2 * low) + (low < cuts.Length && cuts[low] == number ? 1 : 0);
    }

    private static ulong CellAt(int cell, int width) => ((ulong)width << 32) | (uint)cell;

    private static int WidthOf(ulong cell) => (int)(cell >> 32);
}
