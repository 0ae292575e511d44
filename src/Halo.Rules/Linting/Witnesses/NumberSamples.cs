namespace Halo.Rules;

/// <summary>Numbers on, beside and between the ends of ranges; whole ones first.</summary>
internal static class NumberSamples
{
    private const int MaxEnds = 32;

    public static IEnumerable<AttributeValue> Of(IEnumerable<RangeCondition> ranges, IEnumerable<AttributeValue> literals)
    {
        var ends = new List<double>();
        var unbounded = false;
        foreach (var range in ranges)
        {
            unbounded |= !double.IsFinite(range.Minimum) && !double.IsFinite(range.Maximum);
            if (double.IsFinite(range.Minimum)) ends.Add(range.Minimum);
            if (double.IsFinite(range.Maximum)) ends.Add(range.Maximum);
        }

        foreach (var literal in literals)
        {
            if (literal.TryGetNumber(out var number)) ends.Add(number);
        }

        if (unbounded) ends.Add(0);
        double[] sorted = [.. new SortedSet<double>(ends).Take(MaxEnds)];
        double[] samples = [.. sorted, .. sorted.SelectMany(Beside), .. Between(sorted)];
        return samples.Where(double.IsFinite).OrderBy(number => double.IsInteger(number) ? 0 : 1).Select(AttributeValue.Of);
    }

    private static double[] Beside(double end) =>
        [end + 1, end - 1, Math.Floor(end), Math.Ceiling(end), Math.BitIncrement(end), Math.BitDecrement(end)];

    private static IEnumerable<double> Between(double[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++) yield return (sorted[i - 1] / 2) + (sorted[i] / 2);
    }
}
