using System.Diagnostics;

namespace Halo.Unit;

/// <summary>
/// A watch for bounds that keep a search from exploding: the lesser of wall time and the processor time of the process, so
/// that a busy machine spoils no test.
/// </summary>
internal sealed class WorkWatch
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public static WorkWatch StartNew() => new();

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            var (wall, processor) = (Stopwatch.GetElapsedTime(_start), Environment.CpuUsage.TotalTime - _processor);
            return wall < processor ? wall : processor;
        }
    }
}
