namespace Halo.Execution;

/// <summary>What became of a plan. Immutable and safe to share between threads.</summary>
public sealed class RunReport
{
    private readonly RunTable _table;
    private readonly long _started;
    private readonly int[] _counts = new int[Enum.GetValues<TaskOutcome>().Length];
    private readonly TimeProvider _time;

    internal RunReport(RunTable table, RunEnd end, long started, long finished, TimeProvider time, IReadOnlyList<Exception> listenerFaults)
    {
        (_table, _started, _time, End, ListenerFaults) = (table, started, time, end, listenerFaults);
        Duration = time.GetElapsedTime(started, finished);
        for (var task = 0; task < Plan.Graph.Count; task++) _counts[(int)table.OutcomeOf(task)]++;
    }

    /// <summary>The plan.</summary>
    public RoutingPlan Plan => _table.Plan;

    /// <summary>What ended the run.</summary>
    public RunEnd End { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// What is wrong with the run itself and not with a task: an error for a journal that could not be written, naming the tasks
    /// that are not in it, a warning for what was cut off a torn one. Usually empty.
    /// </summary>
    public IReadOnlyList<Diagnostic> Faults { get; internal init; } = [];

    /// <summary>What tells this run, with all parts that a journal joins, from every other one; see <see cref="TaskContext.RunId"/>.</summary>
    public string RunId => _table.RunId;

    /// <summary>
    /// What was thrown by code that only listens, such as listeners of telemetry, the router's own and callbacks on the tokens of
    /// handlers: it changes nothing in the run. At most the first 100; empty when nothing was thrown.
    /// </summary>
    public IReadOnlyList<Exception> ListenerFaults { get; }

    /// <summary>How many tasks succeeded, now or before.</summary>
    public int Succeeded => CountOf(TaskOutcome.Succeeded);

    /// <summary>How many tasks failed.</summary>
    public int Failed => CountOf(TaskOutcome.Failed);

    /// <summary>How many tasks were skipped.</summary>
    public int Skipped => CountOf(TaskOutcome.Skipped);

    /// <summary>Every task, in topological order.</summary>
    public IEnumerable<TaskReport> Tasks
    {
        get
        {
            for (var i = 0; i < Plan.Graph.Count; i++) yield return this[Plan.Graph.Order[i]];
        }
    }

    /// <summary>
    /// How long each agent took for each type beside what was estimated, over the tasks that succeeded in this run; by agent
    /// and type in the order of the plan. O(tasks).
    /// </summary>
    public IReadOnlyList<ObservedDuration> Durations() => [.. Tasks
        .Where(task => task is { Outcome: TaskOutcome.Succeeded, Agent: not null, Duration: not null })
        .GroupBy(task => (Agent: task.Agent!, Type: Plan.Graph.TryGetIndex(task.Task, out var index) ? Plan.Graph.TypeOf(index) : ""))
        .Select(group => new ObservedDuration(
            group.Key.Agent, group.Key.Type, group.Count(), TimeSpan.FromSeconds(group.Average(task => task.Duration!.Value.TotalSeconds)),
            group.Average(task => task.Estimate?.TotalSeconds) is { } estimate ? TimeSpan.FromSeconds(estimate) : null))];

    /// <summary>
    /// Estimates for the next graph of these tasks, by task id: what the task itself took at its agent, else the mean of
    /// its type at an agent, else what was estimated. Tasks of which nothing is known are left out. O(tasks * agents).
    /// </summary>
    public IReadOnlyDictionary<string, TaskEstimate> Estimates() => ObservedEstimates.Of(this);

    /// <summary>Why a task was done by the agent that did it: the explanation of the plan, and how it was routed again.</summary>
    /// <param name="taskId">The task.</param>
    /// <exception cref="KeyNotFoundException">The graph has no such task.</exception>
    public RunExplanation Explain(string taskId) => new(Plan.Explain(taskId), this[taskId].Reroutings);

    /// <summary>How many tasks ended in one way. The counts of all ways add up to the tasks of the graph.</summary>
    public int CountOf(TaskOutcome outcome) => _counts[(int)outcome];

    /// <summary>What became of a task.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such task.</exception>
    public TaskReport this[string taskId] =>
        Plan.Graph.TryGetIndex(taskId, out var task) ? this[task] : throw new KeyNotFoundException($"The graph has no task '{taskId}'.");

    /// <summary>What became of the task at an index of the graph.</summary>
    public TaskReport this[int task]
    {
        get
        {
            var began = _table.Started[task];
            var agent = _table.Agents[task];
            return new TaskReport(Plan.Graph.IdOf(task), _table.OutcomeOf(task), _table.Reasons[task])
            {
                Agent = agent < 0 ? null : Plan.Agents[agent].Name,
                Attempts = _table.Attempts[task],
                History = HistoryOf(task),
                Start = began < 0 ? null : _time.GetElapsedTime(_started, began),
                Duration = began < 0 || _table.Finished[task] < 0 ? null : _time.GetElapsedTime(began, _table.Finished[task]),
                Estimate = agent >= 0 && TaskSeconds.Of(Plan.Graph, task, Plan.Agents[agent]) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null,
                Result = _table.ResultOf(task) is StoredResult stored ? stored.Json : _table.ResultOf(task),
                Failure = _table.FailureOf(task),
                Reroutings = _table.ReroutingsOf(task),
            };
        }
    }

    private TaskAttempt[] HistoryOf(int task)
    {
        var (began, finished) = (_table.Started[task], _table.Finished[task]);
        IReadOnlyList<AttemptTimes> kept = _table.AttemptsOf(task);
        if (kept.Count == 0 && began >= 0 && finished >= 0 && _table.Attempts[task] > 0) kept = [new AttemptTimes(_table.Agents[task], began, finished, null)];
        return [.. kept.Select(attempt => new TaskAttempt(
            Plan.Agents[attempt.Agent].Name, _time.GetElapsedTime(_started, attempt.Started), _time.GetElapsedTime(attempt.Started, attempt.Finished), attempt.Failure))];
    }
}

/// <summary>What ended a run.</summary>
public enum RunEnd
{
    /// <summary>Every task that could run has run.</summary>
    Completed = 0,

    /// <summary>A task failed, and the failure policy is to stop.</summary>
    Stopped,

    /// <summary>The caller cancelled it.</summary>
    Cancelled,

    /// <summary>It took longer than its deadline allows.</summary>
    DeadlineExceeded,

    /// <summary>Its journal could not be written, or could not give back a result; see <see cref="RunReport.Faults"/>.</summary>
    JournalFailed,
}
