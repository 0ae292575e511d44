namespace Halo.Execution;

/// <summary>
/// Tasks that wait until the circuit of an agent may close. When the time is up one of them tries, and the others go on when
/// something has succeeded there; otherwise the next one tries after the same time. Not safe between threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="tryAgain">Called, on any thread, when a task should try an agent again.</param>
internal sealed class CircuitWaits(TimeProvider time, Action<int> tryAgain)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<int, Waiting> _byAgent = [];

    public void Add(int task, int agent, TimeSpan wait)
    {
        if (wait < Shortest) wait = Shortest; // a clock that is a little ahead must not turn this into a busy loop
        if (!_byAgent.TryGetValue(agent, out var waiting))
        {
            waiting = new Waiting(time.CreateTimer(_ => tryAgain(agent), null, wait, Timeout.InfiniteTimeSpan));
            _byAgent.Add(agent, waiting);
        }

        waiting.Again = wait;
        waiting.Tasks.Enqueue(task);
    }

    /// <summary>The task that waited longest.</summary>
    public bool TryTakeOne(int agent, out int task)
    {
        task = -1;
        if (!_byAgent.TryGetValue(agent, out var waiting)) return false;
        task = waiting.Tasks.Dequeue();
        if (waiting.Tasks.Count > 0) waiting.Timer.Change(waiting.Again, Timeout.InfiniteTimeSpan);
        else Remove(agent);
        return true;
    }

    /// <summary>Every task that waits for an agent, since something has succeeded there; null for none.</summary>
    public Queue<int>? TakeAll(int agent) => _byAgent.Count == 0 ? null : Remove(agent);

    /// <summary>Nothing waits any more.</summary>
    public void Clear()
    {
        foreach (var agent in _byAgent.Keys.ToArray()) Remove(agent);
    }

    private Queue<int>? Remove(int agent)
    {
        if (!_byAgent.Remove(agent, out var waiting)) return null;
        waiting.Timer.Dispose();
        return waiting.Tasks;
    }

    private sealed class Waiting(ITimer timer)
    {
        public ITimer Timer => timer;

        public Queue<int> Tasks { get; } = [];

        public TimeSpan Again { get; set; }
    }
}
