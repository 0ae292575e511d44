using Halo.Results;

namespace Halo.NUnit;

/// <summary>Tells the slices in which the machine gave the program so little that they prove nothing against it.</summary>
internal static class Starvation
{
    private const double MostWithheld = 0.5;
    private const double LargestSlowdown = 2;
    private const double LeastWorkOfOthers = 0.05;

    /// <summary>
    /// Whether the thread queued or was robbed for more than half of the time, or the processor ran at less than half of its
    /// speed, or the thread waited for other threads of the process, which queued for as long because of other processes.
    /// </summary>
    public static bool IsStarved(PerfSample slice) =>
        slice.QueuedMs + slice.StolenMs > slice.WallMs * MostWithheld || IsSlowProcessor(slice) || WaitsForStarvedThreads(slice);

    // Code that mostly waits by itself does so at any speed of the processor.
    private static bool IsSlowProcessor(PerfSample slice) => slice.Slowdown > LargestSlowdown && slice.CpuMs > slice.NetMs / 2;

    // The other threads must have worked, and for less time than they queued: beside load the host's own threads queue for long
    // only to look whether there is work. And other processes must have held the processors for that time: threads of one
    // process queue for each other too.
    private static bool WaitsForStarvedThreads(PerfSample slice) =>
        slice.CpuMs + slice.RunDelayMs < slice.WallMs / 2
        && slice.OwnThreadsCpuMs >= slice.WallMs * LeastWorkOfOthers
        && Math.Min(slice.OthersRunDelayMs, slice.NeighborCpuMs) > Math.Max(slice.WallMs * MostWithheld, slice.OwnThreadsCpuMs);
}
