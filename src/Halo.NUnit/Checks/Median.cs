using Halo.Results;

namespace Halo.NUnit;

/// <summary>The middle of several samples.</summary>
internal static class Median
{
    /// <summary>Net milliseconds of one call; of an even number of samples the mean of the two in the middle.</summary>
    public static double NetMs(IEnumerable<PerfSample> samples)
    {
        const double Least = 1e-9; // a time of zero would have no ratio and no logarithm
        var times = samples.Select(sample => sample.NetMsPerCall).Order().ToArray();
        return Math.Max(Least, (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2);
    }
}
