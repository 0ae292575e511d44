namespace Halo.Routing;

/// <summary>
/// Decides tasks of a plan once more without some of the agents: by the same rules, availability and success rates, and
/// without regard to who has room, since the task waits for a slot. Safe to share between threads.
/// </summary>
internal sealed class Rerouter(TaskGraph graph, RoutingSnapshot snapshot, CapabilityTable capabilities, RouteOptions options)
{
    private readonly Lock _lock = new();
    private readonly TaskRow _row = snapshot.Matcher.NewRow(graph.Literals);
    private readonly bool[] _available = AvailableOf(snapshot.Agents, options);

    /// <summary>The decision among the agents that are available and not refused. O(match + agents).</summary>
    public Decision Decide(int task, Func<int, bool> refused)
    {
        lock (_lock)
        {
            var literals = graph.LiteralsOf(task);
            _row.Load(literals);
            var rule = snapshot.Matcher.FirstMatch(_row, AdmittedTargets(refused));
            _row.Unload(literals);
            if (rule >= 0) return new Decision(snapshot.AgentOfRule(rule), rule, DecisionReason.Rule, false);
        }

        foreach (var agent in capabilities.Candidates(graph.TypeOf(task)))
        {
            if (_available[agent] && !refused(agent)) return new Decision(agent, -1, DecisionReason.Capability, false);
        }

        return Decision.None(DecisionReason.AgentUnavailable);
    }

    private bool[] AdmittedTargets(Func<int, bool> refused)
    {
        var admitted = new bool[snapshot.Matcher.Targets.Names.Count];
        for (var agent = 0; agent < _available.Length; agent++)
        {
            if (snapshot.TargetOfAgent[agent] is >= 0 and var target) admitted[target] = _available[agent] && !refused(agent);
        }

        return admitted;
    }

    private static bool[] AvailableOf(AgentRegistry agents, RouteOptions options)
    {
        var names = options.Available?.ToHashSet(StringComparer.Ordinal);
        return [.. agents.Select(agent => names?.Contains(agent.Name) ?? true)];
    }
}
