namespace Halo.Execution;

/// <summary>The slots of agents that all runs of one executor share, by the agents' names. Safe to share between threads.</summary>
/// <remarks>
/// A run that is alone counts for itself, which costs nothing. When another one enters, the first tells what it uses, and from
/// then on both count here.
/// </remarks>
internal sealed class SharedSlots
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AgentSlots> _byAgent = new(StringComparer.Ordinal);
    private readonly List<Action> _runs = []; // by run: what makes it count here

    /// <summary>The slots of each agent, in registry order.</summary>
    public AgentSlots[] Of(AgentRegistry agents)
    {
        lock (_lock) return [.. agents.Select(agent => Of(agent.Name))];
    }

    /// <summary>Begins the use of the slots by a run. With a second one both count here.</summary>
    /// <param name="share">Makes the run count here; called now or when a later run enters, maybe more than once.</param>
    public void Enter(Action share)
    {
        lock (_lock)
        {
            _runs.Add(share);
            if (_runs.Count == 1) return;
            foreach (var run in _runs) run();
        }
    }

    /// <summary>Ends the use of the slots by a run.</summary>
    /// <param name="share">What the run entered with.</param>
    public void Leave(Action share)
    {
        lock (_lock) _runs.Remove(share);
    }

    private AgentSlots Of(string agent)
    {
        if (!_byAgent.TryGetValue(agent, out var slots)) _byAgent.Add(agent, slots = new AgentSlots());
        return slots;
    }
}
