using Halo.Rules;

namespace Halo.Routing;

/// <summary>Rules and agents that belong together, compiled. Immutable, but for a table of success rates kept while they stay the same.</summary>
internal sealed class RoutingSnapshot
{
    private readonly OutcomeTracker _outcomes;
    private readonly int[] _agentOfTarget;
    private CapabilityTable _capabilities;

    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered.</exception>
    public RoutingSnapshot(RuleMatcher matcher, AgentRegistry agents, OutcomeTracker outcomes)
    {
        var faults = RuleValidator.ValidateTargets(matcher.Rules, agents.Select(agent => agent.Name));
        if (faults.Count > 0) throw new HaloValidationException(faults);

        Matcher = matcher;
        Agents = agents;
        _outcomes = outcomes;
        _capabilities = new CapabilityTable(agents, outcomes);
        _agentOfTarget = new int[matcher.Targets.Names.Count];
        TargetOfAgent = new int[agents.Count];
        Array.Fill(TargetOfAgent, -1);
        for (var target = 0; target < _agentOfTarget.Length; target++)
        {
            _agentOfTarget[target] = agents.IndexOf(matcher.Targets.Names[target]);
            TargetOfAgent[_agentOfTarget[target]] = target;
        }
    }

    public RuleMatcher Matcher { get; }

    public AgentRegistry Agents { get; }

    /// <summary>By agent: its number as a rule target; -1 when no rule routes to it.</summary>
    public int[] TargetOfAgent { get; }

    /// <summary>The agent of the rule with a number.</summary>
    public int AgentOfRule(int number) => _agentOfTarget[Matcher.Log.TargetOf(number)];

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
