namespace Halo.Routing;

/// <summary>For each type the agents that list it, best success rate first, then in registry order: made once for one state of the rates.</summary>
internal sealed class CapabilityTable
{
    private readonly double[] _rates;
    private readonly Dictionary<string, int[]> _byType;

    public CapabilityTable(AgentRegistry agents, OutcomeTracker outcomes)
    {
        Version = outcomes.Version;
        _rates = new double[agents.Count];
        for (var agent = 0; agent < _rates.Length; agent++) _rates[agent] = outcomes.Estimate(agents[agent]);
        _byType = new Dictionary<string, int[]>(agents.Types.Count, StringComparer.Ordinal);
        foreach (var type in agents.Types)
        {
            var candidates = agents.WithType(type).ToArray();
            Array.Sort(candidates, (a, b) => _rates[a] != _rates[b] ? _rates[b].CompareTo(_rates[a]) : a.CompareTo(b));
            _byType.Add(type, candidates);
        }
    }

    /// <summary>The state of the outcomes that the rates were read from.</summary>
    public long Version { get; }

    public double RateOf(int agent) => _rates[agent];

    public int[] Candidates(string type) => _byType.TryGetValue(type, out var candidates) ? candidates : [];

    /// <summary>
    /// The agent to take: available, with room if asked, best success rate, then fewest tasks so far, then first in the
    /// registry; -1 when there is none.
    /// </summary>
    public int Select(int[] candidates, AgentLoad load, bool needsRoom)
    {
        var best = -1;
        foreach (var agent in candidates)
        {
            if (best >= 0 && _rates[agent] != _rates[best]) break;
            if (!load.IsAvailable(agent) || (needsRoom && !load.HasRoom(agent))) continue;
            if (best < 0 || load.Assigned(agent) < load.Assigned(best)) best = agent;
        }

        return best;
    }
}
