using Halo.Results;

namespace Halo.NUnit;

/// <summary>What code takes in the quiet moments of several samples.</summary>
internal static class QuietTime
{
    /// <summary>Milliseconds of one call: the lower quartile of the samples' own quiet parts.</summary>
    public static double Of(IEnumerable<PerfSample> samples)
    {
        const double Least = 1e-9; // a time of zero would have no ratio and no logarithm
        return Math.Max(Least, Quartile.Lower([.. samples.Select(sample => sample.QuietMsPerCall)]));
    }
}
