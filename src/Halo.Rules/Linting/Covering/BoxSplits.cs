namespace Halo.Rules;

/// <summary>A bound on one axis.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Pivot">The first place above the bound.</param>
internal readonly record struct BoxSplit(int Axis, int Pivot);

/// <summary>How many of some boxes lie below a split, above it, and on both sides.</summary>
internal readonly record struct SplitCounts(int Low, int High, int Across);

/// <summary>Parts boxes at bounds that lie between many of them.</summary>
internal sealed class BoxSplits(BoxTable boxes)
{
    private const int SampleSize = 32;
    private const double WorthSplitting = 0.05;

    /// <summary>The split that, on a sample, spares most pairs of a left and a right box; null when none spares enough.</summary>
    /// <param name="left">The left boxes.</param>
    /// <param name="right">The right boxes.</param>
    /// <param name="spared">How many pairs need no look, given the counts on both sides.</param>
    public BoxSplit? Find(int[] left, int[] right, Func<SplitCounts, SplitCounts, int> spared)
    {
        var (sampleLeft, sampleRight) = (Sample(left), Sample(right));
        var lows = new SortedDictionary<int, List<int>>();
        foreach (var item in sampleLeft) AddLows(item, lows);
        foreach (var item in sampleRight) AddLows(item, lows);

        var best = default(BoxSplit?);
        var most = WorthSplitting * sampleLeft.Length * sampleRight.Length;
        foreach (var (axis, values) in lows)
        {
            values.Sort();
            var middle = values[values.Count / 2];
            var split = new BoxSplit(axis, middle > values[0] ? middle : values.Find(value => value > middle));
            var pairs = spared(Count(sampleLeft, split), Count(sampleRight, split));
            if (pairs > most) (best, most) = (split, pairs);
        }

        return best;
    }

    public (int[] Low, int[] High, int[] Across) Part(int[] items, BoxSplit split)
    {
        List<int> low = [], high = [], across = [];
        foreach (var item in items) (SideOf(item, split) switch { < 0 => low, > 0 => high, _ => across }).Add(item);
        return ([.. low], [.. high], [.. across]);
    }

    private static int[] Sample(int[] items)
    {
        if (items.Length <= SampleSize) return items;
        var sample = new int[SampleSize];
        for (var i = 0; i < sample.Length; i++) sample[i] = items[(int)((long)i * items.Length / SampleSize)];
        return sample;
    }

    private void AddLows(int item, SortedDictionary<int, List<int>> lows)
    {
        foreach (var side in boxes[item])
        {
            if (!lows.TryGetValue(side.Axis, out var values)) lows.Add(side.Axis, values = []);
            values.Add(side.Low);
        }
    }

    private SplitCounts Count(int[] items, BoxSplit split)
    {
        var (low, high) = (0, 0);
        foreach (var item in items)
        {
            var side = SideOf(item, split);
            if (side < 0) low++;
            else if (side > 0) high++;
        }

        return new SplitCounts(low, high, items.Length - low - high);
    }

    /// <summary>-1 for a box below the split, 1 for one above, 0 for one across.</summary>
    private int SideOf(int item, BoxSplit split)
    {
        foreach (var side in boxes[item])
        {
            if (side.Axis == split.Axis) return side.High < split.Pivot ? -1 : side.Low >= split.Pivot ? 1 : 0;
        }

        return 0;
    }
}
