using Perfolizer.Mathematics.QuantileEstimators;
using Perfolizer.Mathematics.ScaleEstimators;
using Pragmastat;

namespace Halo.Results;

/// <summary>What describes a set of figures.</summary>
internal static class Figures
{
    public static double Median(IReadOnlyList<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of the values lies, interpolated between neighbors (Hyndman-Fan type 7).</summary>
    public static double Quantile(IReadOnlyList<double> values, double share) =>
        SimpleQuantileEstimator.Instance.Quantile(new Sample([.. values]), (Probability)share);

    /// <summary>
    /// How wide the values lie: from the 5th to the 95th percentile. Not the median absolute deviation, which is zero for
    /// a test that is slow in a third of its samples.
    /// </summary>
    public static double Spread(IReadOnlyList<double> values) => Quantile(values, 0.95) - Quantile(values, 0.05);

    /// <summary>
    /// The standard deviation as the median absolute deviation estimates it, which single outliers move little; 0 for a
    /// single value.
    /// </summary>
    public static double Deviation(IReadOnlyList<double> values) => MedianAbsoluteDeviationEstimator.Simple.Mad(new Sample([.. values]));

    /// <summary>The value in five digits: more than any clock is worth, and few enough to read.</summary>
    public static double Rounded(double value)
    {
        if (value == 0) return 0;
        var digits = 4 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
