using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>The clock of elapsed time.</summary>
internal static class WallClock
{
    /// <summary>Seconds since some moment in the past.</summary>
    public static double Seconds() => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;
}
