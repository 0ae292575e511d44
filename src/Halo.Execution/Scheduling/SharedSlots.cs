using System.Collections.Concurrent;

namespace Halo.Execution;

/// <summary>The slots of agents that all runs of one executor share, by the agents' names. Safe to share between threads.</summary>
internal sealed class SharedSlots
{
    private readonly ConcurrentDictionary<string, AgentSlots> _byAgent = new(StringComparer.Ordinal);

    /// <summary>The slots of each agent, in registry order.</summary>
    public AgentSlots[] Of(AgentRegistry agents) => [.. agents.Select(agent => _byAgent.GetOrAdd(agent.Name, _ => new AgentSlots()))];
}
