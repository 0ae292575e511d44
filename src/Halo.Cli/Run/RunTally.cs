using Halo.Execution;

namespace Halo.Cli;

/// <summary>The figures of a run so far. Not safe between threads.</summary>
internal sealed class RunTally(Schedule schedule)
{
    private readonly AgentTally[] _agents = [.. schedule.Plan.Agents.Select(agent => new AgentTally(agent.Name))];
    private readonly RunEta _eta = new(schedule);

    public int Tasks => schedule.Graph.Count;

    public int Ended { get; private set; }

    public int Failed { get; private set; }

    public int Retries { get; private set; }

    /// <summary>When the last event was, from the start of the run.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The agents that have or had something to do, in registry order.</summary>
    public IEnumerable<AgentTally> Agents => _agents.Where(agent => agent.Running + agent.Done + agent.Failed > 0);

    public void Attempt(string agent, int attempt)
    {
        if (attempt == 1) return;
        Retries++;
        if (Of(agent) is { } tally) tally.Retries++;
    }

    public void Note(in RunEvent happened)
    {
        Elapsed = happened.At;
        var agent = happened.Agent is null ? null : Of(happened.Agent);
        if (happened.Kind == RunEventKind.Ended) End(happened, agent);
        if (agent is null || happened.Reason is OutcomeReason.Resumed) return;
        if (happened.Kind == RunEventKind.Began) agent.Running++;
        else if (happened.Kind == RunEventKind.RoutedAgain) agent.Running--;
        else agent.Running = Math.Max(0, agent.Running - 1);
    }

    /// <summary>How long it still takes; null when nothing is known.</summary>
    public TimeSpan? Left => _eta.Left(Elapsed);

    private void End(in RunEvent happened, AgentTally? agent)
    {
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
