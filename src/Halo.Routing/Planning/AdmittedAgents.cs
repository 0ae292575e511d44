namespace Halo.Routing;

/// <summary>
/// The agents that a task may go to: the available targets of the rules that match, in rule order; where there is none,
/// the available agents that list its type, best success rate first. Not safe to share between threads.
/// </summary>
public sealed class AdmittedAgents
{
    private readonly TaskGraph _graph;
    private readonly RoutingSnapshot _snapshot;
    private readonly CapabilityTable _capabilities;
    private readonly AgentLoad _load;
    private readonly TaskRow _row;
    private readonly bool[] _admitted;
    private readonly int[] _found;

    /// <summary>Prepares the search over a plan's rules, agents and availability. O(literals + agents).</summary>
    /// <param name="plan">The plan.</param>
    public AdmittedAgents(RoutingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _graph = plan.Graph;
        _snapshot = plan.Snapshot;
        _capabilities = plan.Capabilities;
        _load = new AgentLoad(_snapshot, plan.Options);
        _row = _snapshot.Matcher.NewRow(_graph.Literals);
        _admitted = [.. _load.AvailableTargets];
        _found = new int[_snapshot.Agents.Count];
    }

    /// <summary>The agents' positions, valid until the next call. A match for each agent found, and one more.</summary>
    /// <param name="task">The task's index in the graph.</param>
    public ReadOnlySpan<int> Of(int task)
    {
        var count = Targets(task);
        return _found.AsSpan(0, count > 0 ? count : Capable(task));
    }

    private int Targets(int task)
    {
        var literals = _graph.LiteralsOf(task);
        _row.Load(literals);
        var count = 0;
        while (_snapshot.Matcher.FirstMatch(_row, _admitted) is >= 0 and var rule)
        {
            var agent = _snapshot.AgentOfRule(rule);
            _admitted[_snapshot.TargetOfAgent[agent]] = false;
            _found[count++] = agent;
        }

        _row.Unload(literals);
        foreach (var agent in _found.AsSpan(0, count)) _admitted[_snapshot.TargetOfAgent[agent]] = true;
        return count;
    }

    private int Capable(int task)
    {
        var count = 0;
        foreach (var agent in _capabilities.Candidates(_graph.TypeOf(task)))
        {
            if (_load.IsAvailable(agent)) _found[count++] = agent;
        }

        return count;
    }
}
