namespace Halo.Unit;

/// <summary>A clock whose timers run only when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _pending = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for a time as long as this.</summary>
    public void AwaitTimer(TimeSpan dueTime) =>
        Assert.That(SpinWait.SpinUntil(() => Find(dueTime) is not null, Patience), $"Nobody waits for {dueTime}.");

    /// <summary>Whether somebody waits for a time as long as this.</summary>
    public bool IsAwaited(TimeSpan dueTime) => Find(dueTime) is not null;

    /// <summary>Ends a wait as long as this, as soon as somebody begins one.</summary>
    public void Elapse(TimeSpan dueTime)
    {
        AwaitTimer(dueTime);
        TryElapse(dueTime);
    }

    /// <summary>Ends a wait as long as this if there is one.</summary>
    public void TryElapse(TimeSpan dueTime)
    {
        if (Find(dueTime) is not { } timer) return;
        timer.Dispose();
        timer.Run();
    }

    private ManualTimer? Find(TimeSpan dueTime)
    {
        lock (_lock) return _pending.Find(timer => timer.DueTime == dueTime);
    }

    private sealed class ManualTimer(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan DueTime { get; private set; }

        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._lock)
            {
                owner._pending.Remove(this);
                DueTime = dueTime;
                if (dueTime != Timeout.InfiniteTimeSpan) owner._pending.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (owner._lock) owner._pending.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
