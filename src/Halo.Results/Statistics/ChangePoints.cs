using Perfolizer.Mathematics.Cpd;

namespace Halo.Results;

/// <summary>A place in a history from which on the figures lie on another level.</summary>
/// <param name="First">The position of the first figure on the new level.</param>
/// <param name="Shift">By what share the median moved: 0.05 for five percent slower.</param>
internal readonly record struct ChangePoint(int First, double Shift);

/// <summary>Finds change points in a history of figures (ED-PELT).</summary>
internal static class ChangePoints
{
    /// <summary>A level counts from this many figures on; a history needs twice as many.</summary>
    public const int MinDistance = 10;

    /// <summary>Smaller shifts are left out: without this filter a quarter of quiet histories shows one.</summary>
    public const double MinShift = 0.03;

    public static IReadOnlyList<ChangePoint> Find(IReadOnlyList<double> values)
    {
        if (values.Count < 2 * MinDistance) return [];
        double[] figures = [.. values];
        int[] starts = [0, .. EdPeltChangePointDetector.Instance.GetChangePointIndexes(figures, MinDistance).Select(last => last + 1), figures.Length];
        var found = new List<ChangePoint>();
        for (var i = 1; i < starts.Length - 1; i++)
        {
            var before = Figures.Median(figures[starts[i - 1]..starts[i]]);
            var shift = Figures.Median(figures[starts[i]..starts[i + 1]]) / before - 1;
            if (before > 0 && Math.Abs(shift) >= MinShift) found.Add(new ChangePoint(starts[i], shift));
        }

        return found;
    }
}
