using System.Diagnostics;

namespace Halo.MutationRunner;

/// <summary>Ends this process when tests take much longer than they do unchanged: a loop that never ends can be left in no other way.</summary>
internal sealed class Watchdog
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly Action _onExpired;
    private long _deadline = long.MaxValue;

    /// <param name="onExpired">Called before the process ends.</param>
    public Watchdog(Action onExpired)
    {
        _onExpired = onExpired;
        new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
    }

    /// <summary>Gives some tests their time: five times what they take unchanged and ten seconds, as the machine may be busy.</summary>
    public void Expect(double milliseconds) => Volatile.Write(ref _deadline, Stopwatch.GetTimestamp() + (long)(((milliseconds * 5 / 1000) + 10) * Stopwatch.Frequency));

    public void Rest() => Volatile.Write(ref _deadline, long.MaxValue);

    private void Watch()
    {
        while (Stopwatch.GetTimestamp() < Volatile.Read(ref _deadline)) Thread.Sleep(Step);
        _onExpired();
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }
}
