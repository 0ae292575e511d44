using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Halo.NUnit;

/// <summary>Times of the calling thread that belong together, in nanoseconds.</summary>
internal readonly record struct ThreadTimes(long Wall, long Cpu, long RunDelay);

/// <summary>Reads the wall clock, the processor time and the queueing time of the calling thread as of one moment.</summary>
[SupportedOSPlatform("linux")]
internal static class ThreadClock
{
    private const string Statistics = "/proc/thread-self/schedstat";
    private const int ThreadCpuTime = 3;
    private const int MostReadings = 16;
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    // The link leads to the thread that opens it, and an open file stays with that thread.
    [ThreadStatic]
    private static SafeFileHandle? t_statistics;

    /// <summary>Whether the system tells all of them.</summary>
    public static bool IsSupported()
    {
        try
        {
            return RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 && Read().Cpu > 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>
    /// The times. While the thread is put aside between two of the readings they do not belong together, which the number of
    /// its time slices tells: then they are read again.
    /// </summary>
    public static ThreadTimes Read()
    {
        var before = ReadStatistics();
        for (var reading = 1; ; reading++)
        {
            var wall = (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);
            var cpu = ReadCpu();
            var after = ReadStatistics();
            if (after.Slices == before.Slices || reading == MostReadings) return new ThreadTimes(wall, cpu, after.RunDelay);
            before = after;
        }
    }

    private static (long RunDelay, long Slices) ReadStatistics()
    {
        Span<byte> text = stackalloc byte[80];
        var file = t_statistics ??= File.OpenHandle(Statistics);
        var figures = new ProcFigures(text[..RandomAccess.Read(file, text, 0)]);
        figures.Next(); // time on a processor, which is late by up to one tick: the clock below is exact
        return (figures.Next(), figures.Next());
    }

    private static long ReadCpu() =>
        clock_gettime(ThreadCpuTime, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : 0;

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
