using System.Runtime;

namespace Halo.NUnit;

/// <summary>What the runtime tells about the process, on every system.</summary>
internal static class ProcessSignals
{
    public static MachineReading Read() => new()
    {
        ProcessCpu = OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsBrowser() ? 0 : Nanoseconds(Environment.CpuUsage.TotalTime),
        GcPause = Nanoseconds(GC.GetTotalPauseDuration()),
        Jit = Nanoseconds(JitInfo.GetCompilationTime()),
    };

    private static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
