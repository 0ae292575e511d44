using Halo.Results;

namespace Halo.NUnit;

/// <summary>What samples show together: all of their slices, and the best of them, those that were not starved.</summary>
internal sealed class Evidence
{
    private const double LeastShare = 0.25;

    private readonly PerfSample[] _slices;
    private readonly PerfSample[] _quietSlices;
    private readonly double _slowQuarterMs;

    public Evidence(IReadOnlyCollection<SlicedSample> samples)
    {
        _slices = [.. samples.SelectMany(sample => sample.Slices)];
        _quietSlices = [.. _slices.Where(slice => !Starvation.IsStarved(slice))];
        _slowQuarterMs = samples.Last().Total.SlowQuarterMs;
        All = SampleSum.Of([.. samples.Select(sample => sample.Total)]);
        QuietShare = (double)_quietSlices.Sum(slice => slice.Calls) / All.Calls;
        Quiet = QuietShare >= LeastShare ? SampleSum.Of(_quietSlices) : null;
    }

    /// <summary>All slices as one sample.</summary>
    public PerfSample All { get; }

    /// <summary>The quiet slices as one sample; null when they hold less than a quarter of the calls, which proves nothing.</summary>
    public PerfSample? Quiet { get; }

    /// <summary>The share of the calls in quiet slices, from 0 to 1.</summary>
    public double QuietShare { get; }

    /// <summary>
    /// What the slowest quarter of the calls in quiet slices takes at least, in milliseconds at full speed by the yardstick that
    /// shows most; null when that is not known.
    /// </summary>
    public double? QuietSlowQuarterMs => Quiet is null ? null : SlowQuarterMs(Quiet, _quietSlices, sample => sample.LeastMsPerCall);

    /// <summary>The same of all calls, at full speed by what all yardsticks agree on.</summary>
    public double? CalmSlowQuarterMs => SlowQuarterMs(All, _slices, sample => sample.CalmMsPerCall);

    // Calls that were timed one by one were timed on the wall clock, stolen time and the speed of the processor included.
    private double? SlowQuarterMs(PerfSample sum, PerfSample[] slices, Func<PerfSample, double> timeOf)
    {
        if (_slowQuarterMs > 0) return _slowQuarterMs * timeOf(sum) * sum.Calls / (sum.WallMs - sum.QueuedMs);
        if (slices.Any(slice => slice.Calls > 1)) return null;
        double[] times = [.. slices.Select(timeOf).Order()];
        return times[times.Length * 3 / 4];
    }
}
