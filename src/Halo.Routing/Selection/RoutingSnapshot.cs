namespace Halo.Routing;

/// <summary>Rules and agents that belong together, compiled. Immutable, but for a table of success rates kept while they stay the same.</summary>
internal sealed class RoutingSnapshot
{
    private readonly OutcomeTracker _outcomes;
    private readonly int[] _agentOfTarget;
    private CapabilityTable _capabilities;

    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered.</exception>
    public RoutingSnapshot(RuleIndex matcher, AgentRegistry agents, OutcomeTracker outcomes)
        : this(matcher, agents, outcomes, new CapabilityTable(agents, outcomes))
    {
        var faults = RuleValidator.ValidateTargets(matcher.Rules, agents.Select(agent => agent.Name));
        if (faults.Count > 0) throw new HaloValidationException(faults);
    }

    private RoutingSnapshot(RuleIndex matcher, AgentRegistry agents, OutcomeTracker outcomes, CapabilityTable capabilities)
    {
        Matcher = matcher;
        Agents = agents;
        _outcomes = outcomes;
        _capabilities = capabilities;
        _agentOfTarget = new int[matcher.Targets.Names.Count];
        TargetOfAgent = new int[agents.Count];
        Array.Fill(TargetOfAgent, -1);
        CapacityOfAgent = [.. agents.Select(agent => agent.MaxConcurrentTasks)];
        for (var target = 0; target < _agentOfTarget.Length; target++)
        {
            // An index may remember the target of a rule that was removed, and that agent need not be registered any more.
            var agent = _agentOfTarget[target] = agents.IndexOf(matcher.Targets.Names[target]);
            if (agent >= 0) TargetOfAgent[agent] = target;
        }
    }

    public RuleIndex Matcher { get; }

    public AgentRegistry Agents { get; }

    /// <summary>By agent: its number as a rule target; -1 when no rule routes to it.</summary>
    public int[] TargetOfAgent { get; }

    /// <summary>By agent: how many tasks it runs at one time.</summary>
    public int[] CapacityOfAgent { get; }

    /// <summary>How many rule targets there are.</summary>
    public int TargetCount => _agentOfTarget.Length;

    /// <summary>The agent that a rule target names.</summary>
    public int AgentOfTarget(int target) => _agentOfTarget[target];

    /// <summary>The agent of the rule with a number.</summary>
    public int AgentOfRule(int number) => _agentOfTarget[Matcher.Log.TargetOf(number)];

    /// <summary>Throws when a task in progress names an agent that is not registered.</summary>
    /// <exception cref="HaloValidationException">The exception names every such task.</exception>
    public void ThrowIfHolderUnknown(TaskGraph graph)
    {
        if (!graph.HasHeldTasks) return;
        var faults = new DiagnosticBag();
        foreach (var (task, holder) in graph.Holders.OrderBy(pair => pair.Key))
        {
            if (Agents.IndexOf(holder) >= 0) continue;
            faults.Error(DiagnosticCodes.UnknownHolder, $"Task '{graph.IdOf(task)}' is in progress at '{holder}', which is not a registered agent.",
                Suggestion.For(holder, Agents.Select(agent => agent.Name)), graph.LocationOf(task));
        }

        faults.ThrowIfErrors();
    }

    /// <summary>
    /// The same agents with an index that differs by rules whose targets are known to be among them. O(agents + targets),
    /// independent of the number of rules.
    /// </summary>
    public RoutingSnapshot With(RuleIndex matcher) => new(matcher, Agents, _outcomes, Volatile.Read(ref _capabilities));

    /// <summary>The candidates by capability under the success rates of this moment.</summary>
    public CapabilityTable Capabilities()
    {
        var table = Volatile.Read(ref _capabilities);
        if (table.Version == _outcomes.Version) return table;
        table = new CapabilityTable(Agents, _outcomes);
        Volatile.Write(ref _capabilities, table);
        return table;
    }
}
