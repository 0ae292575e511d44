using Halo.Routing;

namespace Halo.Execution;

/// <summary>
/// The state of a run and every change of it, under one lock: what is ready, what runs, what follows from an end. No
/// handler is called here. Safe to share between threads.
/// </summary>
internal sealed class Dispatcher
{
    private readonly Lock _lock = new();
    private readonly RunTable _table;
    private readonly TaskGraph _graph;
    private readonly RunOptions _options;
    private readonly TimeProvider _time;
    private readonly JoinTable _joins;
    private readonly ReadyQueue _ready;
    private readonly FallbackRouter _fallback;
    private readonly Stack<int> _ended = new(); // ends whose dependants are not told yet: no recursion over the graph
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;
    private OutcomeReason? _stop;

    public Dispatcher(RunTable table, FallbackRouter fallback, RunOptions options, TimeProvider time)
    {
        (_table, _fallback, _options, _time) = (table, fallback, options, time);
        _graph = table.Plan.Graph;
        _joins = new JoinTable(_graph);
        _ready = new ReadyQueue(table.Plan, new TaskPriority(table.Plan), options.MaxConcurrentTasks);
        _open = _graph.Count;
    }

    /// <summary>Ends with the run; faulted only when the run itself is broken, never by a task.</summary>
    public Task Done => _done.Task;

    /// <summary>Why nothing more begins; null while tasks may begin.</summary>
    public OutcomeReason? StopReason
    {
        get
        {
            lock (_lock) return _stop;
        }
    }

    /// <summary>Makes everything ready that waits for nothing. O(tasks + edges).</summary>
    public void Start()
    {
        lock (_lock)
        {
            foreach (var task in _graph.Order)
            {
                if (_table.OutcomeOf(task) != TaskOutcome.Open) continue;
                if (_graph.StatusOf(task) == TaskNodeStatus.Completed) Record(task, new TaskEnd(TaskOutcome.Succeeded, OutcomeReason.CompletedBefore));
                else if (_graph.DependenciesOf(task).Length == 0) MakeReady(task);
                TellDependants();
            }

            FinishIfDone();
        }
    }

    /// <summary>Begins the best task that may begin.</summary>
    /// <param name="task">The task.</param>
    /// <param name="agent">Its agent.</param>
    /// <param name="more">Whether another one could begin at once.</param>
    public bool TryBegin(out int task, out int agent, out bool more)
    {
        lock (_lock)
        {
            more = false;
            (task, agent) = (-1, -1);
            if (_stop is not null || !_ready.TryTake(out task, out agent)) return false;
            _table.Agents[task] = agent;
            if (_table.Started[task] < 0) _table.Started[task] = _time.GetTimestamp();
            more = _ready.HasStartable;
            return true;
        }
    }

    /// <summary>Ends the attempts of a task at an agent: for good, or to go on at another one.</summary>
    public void End(int task, int agent, in TaskEnd end)
    {
        var next = end.Outcome == TaskOutcome.Failed ? _fallback.Next(task, agent, end) : -1;
        lock (_lock)
        {
            _ready.Release(agent);
            if (next >= 0 && _stop is null)
            {
                _ready.Add(task, next);
                return;
            }

            _table.Finished[task] = _time.GetTimestamp();
            Record(task, end);
            if (end.Outcome == TaskOutcome.Failed && _options.OnFailure == FailurePolicy.StopPlan) _stop ??= OutcomeReason.PlanStopped;
            TellDependants();
            FinishIfDone();
        }
    }

    /// <summary>Lets nothing more begin; the first reason counts.</summary>
    public void Stop(OutcomeReason reason)
    {
        lock (_lock)
        {
            if (_done.Task.IsCompleted) return;
            _stop ??= reason;
            FinishIfDone();
        }
    }

    /// <summary>Gives up the run, because it cannot be led on.</summary>
    public void Break(Exception exception) => _done.TrySetException(exception);

    private void MakeReady(int task)
    {
        var agent = _table.Plan.DecisionsByTask[task].Agent;
        if (agent >= 0) _ready.Add(task, agent);
        else Record(task, new TaskEnd(TaskOutcome.NotRun, OutcomeReason.Unassigned));
    }

    private void Record(int task, in TaskEnd end)
    {
        _table.End(task, end);
        _open--;
        // What was interrupted may end in another run: its dependants are not judged by it.
        if (end.Outcome != TaskOutcome.Interrupted) _ended.Push(task);
    }

    private void TellDependants()
    {
        while (_ended.TryPop(out var task))
        {
            foreach (var dependant in _graph.DependantsOf(task))
            {
                if (_table.OutcomeOf(dependant) != TaskOutcome.Open) continue;
                var edge = EdgeStates.Of(_graph.JoinOf(dependant).Kind, _graph.ConditionOf(task, dependant), _table.OutcomeOf(task), _table.ResultOf(task), _options.OnFailure);
                var decision = _joins.Note(dependant, edge);
                if (decision == JoinDecision.Run) MakeReady(dependant);
                else if (decision == JoinDecision.Skip) Record(dependant, new TaskEnd(TaskOutcome.Skipped, _joins.SkipReason(dependant)));
            }
        }
    }

    private void FinishIfDone()
    {
        if (_open > 0 && (_stop is null || _ready.Running > 0)) return;
        for (var task = 0; _open > 0 && task < _graph.Count; task++)
        {
            if (_table.OutcomeOf(task) != TaskOutcome.Open) continue;
            _table.End(task, new TaskEnd(_table.Started[task] < 0 ? TaskOutcome.NotRun : TaskOutcome.Interrupted, _stop!.Value));
        }

        _done.TrySetResult();
    }
}
