using Halo.Results;

namespace Halo.NUnit;

/// <summary>What the samples of one attempt showed together.</summary>
/// <param name="Verdict">Pass, contended, regression or unexplained.</param>
/// <param name="Samples">The samples that were taken.</param>
/// <param name="Cause">The verdict on the sample that decided.</param>
internal sealed record Finding(PerfVerdict Verdict, IReadOnlyList<PerfSample> Samples, SampleVerdict Cause)
{
    /// <summary>Wall milliseconds of one call in the slowest sample.</summary>
    public double WallMs => Samples.Max(sample => sample.WallMsPerCall);

    /// <summary>Net milliseconds of one call in the slowest sample.</summary>
    public double NetMs => Samples.Max(sample => sample.NetMsPerCall);

    /// <summary>Calm milliseconds of one call in the slowest sample.</summary>
    public double CalmMs => Samples.Max(sample => sample.CalmMsPerCall);

    /// <summary>Calm milliseconds that a quarter of the calls take at least, in the sample where that is most.</summary>
    public double CalmSlowQuarterMs => Samples.Max(sample => sample.CalmSlowQuarterMs);

    /// <summary>Bytes of one call in the sample with most.</summary>
    public double Bytes => Samples.Max(sample => sample.BytesPerCall);
}
