using System.Diagnostics;

namespace Halo.MutationRunner;

/// <summary>Ends this process when tests take much longer than they do unchanged: a loop that never ends can be left in no other way.</summary>
internal sealed class Watchdog
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Processor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(10);

    private readonly Action _onExpired;
    private Deadline? _deadline;

    /// <param name="onExpired">Called before the process ends.</param>
    public Watchdog(Action onExpired)
    {
        _onExpired = onExpired;
        new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
    }

    /// <summary>
    /// Gives some tests five times what they take unchanged, and three seconds of the processor or ten of waiting: a busy machine
    /// lets a test wait, but spends no processor time on it.
    /// </summary>
    public void Expect(double milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds * 5);
        Volatile.Write(ref _deadline, new(Environment.CpuUsage.TotalTime + time + Processor, Stopwatch.GetTimestamp(), time + Wall));
    }

    public void Rest() => Volatile.Write(ref _deadline, null);

    private void Watch()
    {
        // Looked at now and then, as nothing tells when a process has used its time.
        while (Volatile.Read(ref _deadline) is not { } deadline || !deadline.IsOver) Thread.Sleep(Step);
        _onExpired();
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }

    private sealed record Deadline(TimeSpan Processor, long Started, TimeSpan Wall)
    {
        public bool IsOver => Environment.CpuUsage.TotalTime > Processor || Stopwatch.GetElapsedTime(Started) > Wall;
    }
}
