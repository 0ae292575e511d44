using System.Diagnostics;
using System.Globalization;

namespace Halo.Performance;

/// <summary>
/// Measures the wall time of the current thread without the time it stood in the scheduler's queue, which belongs to the
/// machine and not to the program. Where the system does not tell (other than Linux), it measures wall time.
/// </summary>
internal readonly struct NetStopwatch
{
    private const string Statistics = "/proc/thread-self/schedstat"; // time on a processor, time waiting for one, in nanoseconds; slices

    private readonly long _started;
    private readonly long _waited;

    private NetStopwatch(long started, long waited) => (_started, _waited) = (started, waited);

    public static NetStopwatch StartNew()
    {
        var waited = ReadWaited();
        return new NetStopwatch(Stopwatch.GetTimestamp(), waited);
    }

    public TimeSpan Elapsed
    {
        get
        {
            var wall = Stopwatch.GetElapsedTime(_started);
            return wall - TimeSpan.FromMicroseconds((ReadWaited() - _waited) / 1_000.0);
        }
    }

    private static long ReadWaited()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Statistics)) return 0;
        return long.Parse(File.ReadAllText(Statistics).Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
