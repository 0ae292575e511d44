using System.Collections.Concurrent;

namespace Halo.Execution;

/// <summary>What a run knows of each task, by task index. Written under the run's lock; outcomes are read without it.</summary>
internal sealed class RunTable(RoutingPlan plan)
{
    private readonly byte[] _outcomes = new byte[plan.Graph.Count];
    private readonly object?[] _results = new object?[plan.Graph.Count];
    private readonly Dictionary<int, Exception> _failures = [];
    private readonly Dictionary<int, List<Rerouting>> _reroutings = [];
    private readonly Dictionary<int, List<AttemptTimes>> _attempts = [];
    private readonly Lock _attemptsLock = new();
    private readonly Lazy<ConcurrentDictionary<int, string>> _unread = new();

    public RoutingPlan Plan => plan;

    /// <summary>Tells this run, with all its parts, from every other one.</summary>
    public string RunId { get; set; } = "";

    public OutcomeReason[] Reasons { get; } = new OutcomeReason[plan.Graph.Count];

    /// <summary>The position of the last agent that tried the task; -1 for none.</summary>
    public int[] Agents { get; } = Filled(-1, plan.Graph.Count);

    /// <summary>How often a handler was called.</summary>
    public int[] Attempts { get; } = new int[plan.Graph.Count];

    /// <summary>The timestamp of the first begin; -1 for none.</summary>
    public long[] Started { get; } = Filled(-1L, plan.Graph.Count);

    public long[] Finished { get; } = Filled(-1L, plan.Graph.Count);

    public TaskOutcome OutcomeOf(int task) => (TaskOutcome)Volatile.Read(ref _outcomes[task]);

    public object? ResultOf(int task) => _results[task];

    public Exception? FailureOf(int task) => _failures.GetValueOrDefault(task);

    public IReadOnlyList<Rerouting> ReroutingsOf(int task) => _reroutings.TryGetValue(task, out var list) ? list : [];

    public void AddRerouting(int task, Rerouting rerouting)
    {
        if (_reroutings.TryGetValue(task, out var list)) list.Add(rerouting);
        else _reroutings.Add(task, [rerouting]);
    }

    /// <summary>The attempts that were kept; a first one that succeeded is not, since its times are those of its task.</summary>
    public IReadOnlyList<AttemptTimes> AttemptsOf(int task)
    {
        lock (_attemptsLock) return _attempts.TryGetValue(task, out var list) ? [.. list] : [];
    }

    public void AddAttempt(int task, in AttemptTimes attempt)
    {
        lock (_attemptsLock)
        {
            if (_attempts.TryGetValue(task, out var list)) list.Add(attempt);
            else _attempts.Add(task, [attempt]);
        }
    }

    /// <summary>Takes note that a task asked for a result that the journal cannot give it, whatever its handler makes of that.</summary>
    public void NoteUnread(int task, string what) => _unread.Value.TryAdd(task, what);

    /// <summary>Everything that tasks asked for and could not be given, in the order of the tasks.</summary>
    public IEnumerable<string> Unread => _unread.Value.OrderBy(unread => unread.Key).Select(unread => unread.Value);

    /// <summary>What a task asked for and could not be given; null for nothing.</summary>
    public string? UnreadOf(int task) => _unread.IsValueCreated ? _unread.Value.GetValueOrDefault(task) : null;

    /// <summary>Ends a task. Its result is there before anybody can see that it has ended.</summary>
    public void End(int task, in TaskEnd end)
    {
        _results[task] = end.Result;
        if (end.Failure is not null) _failures[task] = end.Failure;
        Reasons[task] = end.Reason;
        Volatile.Write(ref _outcomes[task], (byte)end.Outcome);
    }

    private static T[] Filled<T>(T value, int count)
    {
        var array = new T[count];
        Array.Fill(array, value);
        return array;
    }
}
