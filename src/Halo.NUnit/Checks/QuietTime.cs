using Halo.Results;

namespace Halo.NUnit;

/// <summary>What one call takes in the windows that the machine left alone, to be compared with another such time.</summary>
/// <param name="Ms">Net milliseconds; of all windows when too few were left alone.</param>
/// <param name="IsStarved">Whether too few were left alone.</param>
internal readonly record struct QuietTime(double Ms, bool IsStarved)
{
    private const double Least = 1e-9; // a time of zero would have no ratio and no logarithm

    public static QuietTime Of(IReadOnlyCollection<SlicedSample> samples)
    {
        var evidence = new Evidence(samples);
        return new QuietTime(Math.Max(Least, (evidence.Quiet ?? evidence.All).NetMsPerCall), evidence.Quiet is null);
    }

    /// <summary>The verdict of a check that compares times: starved times do not prove that it does not hold.</summary>
    public static PerfVerdict VerdictOf(bool holds, params ReadOnlySpan<QuietTime> times)
    {
        if (holds) return PerfVerdict.Pass;
        foreach (var time in times)
        {
            if (time.IsStarved) return PerfVerdict.Inconclusive;
        }

        return PerfVerdict.Regression;
    }
}
