using Halo.Results;

namespace Halo.NUnit;

/// <summary>Slices put together.</summary>
internal static class SampleSum
{
    /// <summary>The sample that the slices are parts of.</summary>
    public static PerfSample Of(IReadOnlyList<PerfSample> slices) => new()
    {
        Calls = slices.Sum(slice => slice.Calls),
        WallMs = slices.Sum(slice => slice.WallMs),
        CpuMs = slices.Sum(slice => slice.CpuMs),
        RunDelayMs = slices.Sum(slice => slice.RunDelayMs),
        StealMs = slices.Sum(slice => slice.StealMs),
        ProcessCpuMs = slices.Sum(slice => slice.ProcessCpuMs),
        OthersRunDelayMs = slices.Sum(slice => slice.OthersRunDelayMs),
        GcPauseMs = slices.Sum(slice => slice.GcPauseMs),
        JitMs = slices.Sum(slice => slice.JitMs),
        Bytes = slices.Sum(slice => slice.Bytes),
    };
}
