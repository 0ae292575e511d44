namespace Halo.Execution;

/// <summary>
/// The state of a run and every change of it, under one lock: what is ready, what runs, what follows from an end. No
/// handler is called here. Safe to share between threads.
/// </summary>
internal sealed partial class Dispatcher
{
    private readonly Lock _lock = new();
    private readonly RunTable _table;
    private readonly RunOptions _options;
    private readonly TimeProvider _time;
    private readonly RunJournal? _journal;
    private readonly RunEvents? _events;
    private readonly StartQueue _ready;
    private readonly RunProgress _progress;
    private readonly FallbackRouter _fallback;
    private readonly PausedTasks _paused = new();
    private readonly CircuitWaits _circuits;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SharedSlots? _shared;
    private readonly Action _share;
    private OutcomeReason? _stop;

    public Dispatcher(RunTable table, FallbackRouter fallback, RunJournal? journal, RunEvents? events, RunOptions options, SharedSlots shared, TimeProvider time)
    {
        (_table, _fallback, _journal, _events, _options, _time) = (table, fallback, journal, events, options, time);
        _shared = options.AgentLimitScope == AgentLimitScope.Run ? null : shared;
        var room = _shared is null ? null : new SharedRoom(_shared, table.Plan.Agents, () => Wake());
        _ready = new StartQueue(table.Plan, new TaskPriority(table.Plan), options.MaxConcurrentTasks, room);
        _circuits = new CircuitWaits(time, TryAgain);
        _progress = new RunProgress(table, _ready, options.OnFailure, events);
        _share = Share;
        _shared?.Enter(_share);
    }

    /// <summary>Sees to it that a worker looks for tasks; called when tasks became ready outside of a worker.</summary>
    public Action Wake { get; set; } = static () => { };

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
    /// <param name="ended">The tasks that ended in an earlier part of the run.</param>
    public void Start(IReadOnlyDictionary<int, TaskEnd> ended)
    {
        lock (_lock)
        {
            _progress.Start(ended);
            if (ended.Values.Any(end => end.Outcome == TaskOutcome.Failed)) StopIfAsked();
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

            // After a stop only those go on that had begun before.
            while ((_stop is null || _paused.Waiting > 0) && _ready.TryTake(out task, out agent))
            {
                var use = _paused.Grant(task, agent);
                if (use == SlotUse.Taken) continue;
                if (use == SlotUse.LeftOver || _stop is not null)
                {
                    _ready.Release(agent);
                    continue;
                }

                _table.Agents[task] = agent;
                if (_table.Started[task] < 0) _table.Started[task] = _time.GetTimestamp();
                more = _ready.HasStartable;
                _events?.Began(task);
                return true;
            }

            if (_stop is not null && _paused.Waiting == 0) _ready.Leave();
            (task, agent) = (-1, -1);
            return false;
        }
    }

    /// <summary>Writes a success into the journal, if there is one, before anything that follows from it begins.</summary>
    /// <returns>How the task ended: with a failure when its result cannot be kept.</returns>
    public TaskEnd Keep(int task, int agent, in TaskEnd end) => end.Outcome == TaskOutcome.Succeeded ? WriteDown(task, agent, end) : end;

    /// <summary>Ends the attempts of a task at an agent: for good, or to go on at another one.</summary>
    /// <param name="task">The task.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="end">How they ended; a success was written down before.</param>
    public void End(int task, int agent, TaskEnd end)
    {
        var isOpen = end is { Outcome: TaskOutcome.Failed, Reason: not OutcomeReason.ResultNotKept };
        var next = isOpen ? _fallback.Next(task, agent, end) : NextAgent.None;
        if (isOpen && next.Agent < 0) WriteDown(task, agent, end);
        lock (_lock)
        {
            if (!_paused.Remove(task)) _ready.Release(agent);
            if (next.Agent >= 0 && _stop is null)
            {
                GoOn(task, agent, next, end);
                return;
            }

            _table.Finished[task] = _time.GetTimestamp();
            if (next.Agent >= 0) end = new TaskEnd(TaskOutcome.Interrupted, _stop!.Value, Failure: end.Failure);
            if (end.Outcome == TaskOutcome.Failed) StopIfAsked();
            if (end.Outcome == TaskOutcome.Succeeded) Follow(agent);
            _progress.End(task, end);
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

    /// <summary>Leaves the slots of agents to other runs.</summary>
    public void Leave() => _shared?.Leave(_share);

    /// <summary>Gives up the run at once, because its state is broken.</summary>
    public void Break(Exception exception)
    {
        lock (_lock)
        {
            _stop ??= OutcomeReason.Cancelled;
            _ready.Leave();
        }

        _done.TrySetException(exception);
    }

    // Before anything that follows from the end begins. A run that cannot be written down must not go on: what it does
    // would be done again. The journal remembers what went wrong.
    private TaskEnd WriteDown(int task, int agent, in TaskEnd end)
    {
        if (_journal is null) return end;
        try
        {
            return _journal.Append(task, agent, end);
        }
        catch (Exception)
        {
            Stop(OutcomeReason.JournalFailed);
            return end;
        }
    }

    private void Share()
    {
        lock (_lock) _ready.Share();
    }

    private void StopIfAsked()
    {
        if (_options.OnFailure == FailurePolicy.StopPlan) _stop ??= OutcomeReason.PlanStopped;
    }

    private void FinishIfDone()
    {
        if (_progress.OpenCount > 0 && (_stop is null || _ready.Running + _paused.Count > 0)) return;
        _circuits.Clear();
        _ready.Leave();
        if (_stop is { } reason) _progress.EndRest(reason);
        _done.TrySetResult();
    }
}
