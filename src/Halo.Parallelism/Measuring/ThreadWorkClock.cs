using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Halo.Parallelism;

/// <summary>The calling thread on Linux: time on a processor, and time in the queue for one.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ThreadWorkClock : IWorkClock
{
    private const string Statistics = "/proc/thread-self/schedstat";
    private const int ThreadCpuTime = 3;
    private const int MostReadings = 16;

    // While the thread is put aside between two of the readings they do not belong together, which its time slices tell.
    public WorkTimes Read()
    {
        var before = ReadStatistics();
        for (var reading = 1; ; reading++)
        {
            var (wall, cpu) = (WallClock.Seconds(), ReadCpu());
            var after = ReadStatistics();
            if (after.Slices == before.Slices || reading == MostReadings) return new WorkTimes(wall, cpu / 1e9, after.Queue / 1e9);
            before = after;
        }
    }

    /// <summary>Whether the system tells both.</summary>
    [SupportedOSPlatformGuard("linux")]
    public static bool IsSupported() =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 && File.Exists(Statistics) && ReadCpu() > 0;

    // "processor-time queue-time slices"; the first lags by a tick, the clock does not.
    private static (double Queue, double Slices) ReadStatistics() => File.ReadAllText(Statistics).Split(' ') is [_, var queue, var slices] ? (Figure.Parse(queue) ?? 0, Figure.Parse(slices.TrimEnd()) ?? 0) : (0, 0);

    private static double ReadCpu() => clock_gettime(ThreadCpuTime, out var time) == 0 ? (time.Seconds * 1e9) + time.Nanoseconds : 0;

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
