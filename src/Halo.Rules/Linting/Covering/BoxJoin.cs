namespace Halo.Rules;

/// <summary>
/// Finds the pairs of boxes that meet and belong to different groups. It divides and conquers: where a bound on some
/// attribute parts many boxes from many others, the pairs across it need not be looked at. Near n log n for boxes that
/// mostly lie apart; the work has a limit for those that do not.
/// </summary>
/// <param name="boxes">The boxes.</param>
/// <param name="groups">Each box's group; two of one group make no pair.</param>
/// <param name="work">How many pairs may be compared.</param>
/// <param name="take">Takes a pair that meets; false stops the search.</param>
internal sealed class BoxJoin(BoxTable boxes, IReadOnlyList<int> groups, long work, Func<int, int, bool> take)
{
    private const int Few = 32;

    private readonly BoxSplits _splits = new(boxes);
    private long _work = work;

    /// <summary>Finds every pair among the boxes.</summary>
    /// <returns>False when it was stopped, by the limit or by the taker.</returns>
    public bool Among(int[] items)
    {
        if (items.Length < 2 || OneGroup(items, items)) return true;
        if (items.Length > Few && _splits.Find(items, items, Spared) is { } split)
        {
            var (low, high, across) = _splits.Part(items, split);
            return Among(low) && Among(high) && Among(across) && Between(across, low) && Between(across, high);
        }

        for (var i = 1; i < items.Length; i++)
        {
            if (!Compare(items[i], items.AsSpan(0, i))) return false;
        }

        return true;
    }

    private bool Between(int[] left, int[] right)
    {
        if (left.Length == 0 || right.Length == 0 || OneGroup(left, right)) return true;
        if ((long)left.Length * right.Length > Few * Few && _splits.Find(left, right, Spared) is { } split)
        {
            var (lowLeft, highLeft, acrossLeft) = _splits.Part(left, split);
            var (lowRight, highRight, acrossRight) = _splits.Part(right, split);
            return Between(lowLeft, lowRight) && Between(highLeft, highRight) && Between(acrossLeft, right)
                && Between(lowLeft, acrossRight) && Between(highLeft, acrossRight);
        }

        foreach (var item in left)
        {
            if (!Compare(item, right)) return false;
        }

        return true;
    }

    private static int Spared(SplitCounts left, SplitCounts right) => (left.Low * right.High) + (left.High * right.Low);

    private bool Compare(int item, ReadOnlySpan<int> others)
    {
        foreach (var other in others)
        {
            if (--_work < 0) return false;
            if (groups[item] != groups[other] && boxes.Meet(item, other) && !take(item, other)) return false;
        }

        return true;
    }

    private bool OneGroup(int[] left, int[] right)
    {
        var group = groups[left[0]];
        return Array.TrueForAll(left, item => groups[item] == group) && Array.TrueForAll(right, item => groups[item] == group);
    }
}
