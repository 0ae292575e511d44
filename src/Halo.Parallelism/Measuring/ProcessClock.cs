namespace Halo.Parallelism;

/// <summary>All threads of the process: on every system, and exact as long as nothing else runs in it.</summary>
internal sealed class ProcessClock : IWorkClock
{
    /// <summary>The clock of the calling thread where there is one, else that of the process.</summary>
    public static IWorkClock OrThread() => ThreadWorkClock.IsSupported() ? new ThreadWorkClock() : new ProcessClock();

    public WorkTimes Read() => new(WallClock.Seconds(), OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsBrowser() ? 0 : Environment.CpuUsage.TotalTime.TotalSeconds, 0);
}
