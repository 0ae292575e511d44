using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>The time from now until another thread notes that it is there.</summary>
internal sealed class Arrival
{
    private readonly TaskCompletionSource<TimeSpan> _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <param name="queued">The seconds on the way that do not count; read after the clock.</param>
    public void Note(Func<double>? queued = null)
    {
        var time = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        _there.SetResult(TimeSpan.FromSeconds(Math.Max(0, time - (queued?.Invoke() ?? 0))));
    }

    /// <summary>Waits for the other thread; null when it does not come in time. It may still come later.</summary>
    public TimeSpan? Wait(TimeSpan timeout) => _there.Task.Wait(timeout) ? _there.Task.Result : null;
}
