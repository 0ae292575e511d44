using Halo.Execution;

namespace Halo.Cli;

/// <summary>The figures of a run so far. Not safe between threads.</summary>
internal sealed class RunTally(Schedule schedule)
{
    private readonly AgentTally[] _agents = [.. schedule.Plan.Agents.Select(agent => new AgentTally(agent.Name))];
    private readonly Dictionary<string, AgentTally> _running = new(StringComparer.Ordinal); // tasks that hold a slot
    private readonly RunEta _eta = new(schedule);
    private TimeSpan _last;
    private bool _isStopping;

    public int Tasks => schedule.Graph.Count;

    /// <summary>How many tasks have come to an end of their own: done, failed or skipped, not interrupted or not run.</summary>
    public int Ended { get; private set; }

    public int Failed { get; private set; }

    public int Retries { get; private set; }

    /// <summary>The agents that have or had something to do, in registry order.</summary>
    public IEnumerable<AgentTally> Agents => _agents.Where(agent => agent.Running + agent.Done + agent.Failed + agent.Retries > 0);

    /// <summary>How long it still takes after the last event; null when nothing is known, and when nothing is left or the run stops.</summary>
    public TimeSpan? Left => _isStopping || Ended >= Tasks ? null : _eta.Left(_last);

    public void Note(RunEvent happened)
    {
        _last = happened.At;
        var agent = happened.Agent is null ? null : Of(happened.Agent);
        if (_running.Remove(happened.Task, out var before)) before.Running--;
        if (agent is not null && happened.Kind is RunEventKind.Began or RunEventKind.BeganAgain or RunEventKind.AttemptFailed) Run(happened.Task, agent);
        if (happened.Kind == RunEventKind.BeganAgain)
        {
            Retries++;
            if (agent is not null) agent.Retries++;
        }
        else if (happened.Kind == RunEventKind.Ended) End(happened, agent);
    }

    private void Run(string task, AgentTally agent)
    {
        _running.Add(task, agent);
        agent.Running++;
    }

    private void End(RunEvent happened, AgentTally? agent)
    {
        _isStopping |= happened.Reason is OutcomeReason.Cancelled or OutcomeReason.DeadlineExceeded or OutcomeReason.PlanStopped;
        if (happened.Outcome is TaskOutcome.Interrupted or TaskOutcome.NotRun) return;
        Ended++;
        if (happened.Outcome == TaskOutcome.Failed)
        {
            Failed++;
            if (agent is not null) agent.Failed++;
        }
        else if (happened.Outcome == TaskOutcome.Succeeded && agent is not null) agent.Done++;

        _eta.End(happened.Task, earlier: happened.Reason is OutcomeReason.Resumed);
    }

    private AgentTally? Of(string agent) => schedule.Plan.Agents.IndexOf(agent) is >= 0 and var at ? _agents[at] : null;

    /// <summary>The figures of one agent.</summary>
    internal sealed class AgentTally(string name)
    {
        public string Name => name;

        public int Running { get; set; }

        public int Done { get; set; }

        public int Failed { get; set; }

        public int Retries { get; set; }
    }
}
