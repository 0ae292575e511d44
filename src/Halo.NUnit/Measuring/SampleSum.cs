using Halo.Results;

namespace Halo.NUnit;

/// <summary>Samples or slices put together.</summary>
internal static class SampleSum
{
    /// <summary>The sample that these are parts of; its slowdowns correct the same processor time as theirs do.</summary>
    public static PerfSample Of(IReadOnlyCollection<PerfSample> parts) => new()
    {
        Calls = parts.Sum(part => part.Calls),
        WallMs = parts.Sum(part => part.WallMs),
        CpuMs = parts.Sum(part => part.CpuMs),
        RunDelayMs = parts.Sum(part => part.RunDelayMs),
        StealMs = parts.Sum(part => part.StealMs),
        ProcessCpuMs = parts.Sum(part => part.ProcessCpuMs),
        NeighborCpuMs = parts.Sum(part => part.NeighborCpuMs),
        OthersRunDelayMs = parts.Sum(part => part.OthersRunDelayMs),
        GcPauseMs = parts.Sum(part => part.GcPauseMs),
        JitMs = parts.Sum(part => part.JitMs),
        Bytes = parts.Sum(part => part.Bytes),
        Slowdown = Slowdown(parts, part => part.Slowdown),
        LeastSlowdown = Slowdown(parts, part => part.LeastSlowdown),
    };

    private static double Slowdown(IReadOnlyCollection<PerfSample> parts, Func<PerfSample, double> slowdown)
    {
        var cpu = parts.Sum(part => part.CpuMs);
        return cpu == 0 ? 1 : cpu / parts.Sum(part => part.CpuMs / PerfSample.Trusted(slowdown(part)));
    }
}
