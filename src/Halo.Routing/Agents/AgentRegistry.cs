using System.Collections;

namespace Halo.Routing;

/// <summary>The agents, immutable and in the order of registration, which decides between equals. Safe to share between threads.</summary>
public sealed class AgentRegistry : IReadOnlyList<Agent>
{
    private readonly Agent[] _agents;
    private readonly Dictionary<string, int> _positions;
    private readonly Dictionary<string, int[]> _byType;
    private readonly SourceLocation[]? _locations;

    private AgentRegistry(Agent[] agents, SourceLocation[]? locations)
    {
        _agents = agents;
        _locations = locations;
        _positions = new Dictionary<string, int>(agents.Length, StringComparer.Ordinal);
        var byType = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        SlowestSpeed = agents.Length == 0 ? Agent.UsualSpeed : agents.Min(agent => agent.Speed);
        for (var i = 0; i < agents.Length; i++)
        {
            _positions.Add(agents[i].Name, i);
            foreach (var type in agents[i].Types.Distinct(StringComparer.Ordinal))
            {
                if (byType.TryGetValue(type, out var list)) list.Add(i);
                else byType.Add(type, [i]);
            }
        }

        _byType = byType.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The number of agents.</summary>
    public int Count => _agents.Length;

    /// <summary>The agent at a position of the registration order.</summary>
    public Agent this[int position] => _agents[position];

    /// <summary>Every task type that some agent lists.</summary>
    public IReadOnlyCollection<string> Types => _byType.Keys;

    /// <summary>The speed of the slowest agent; 1 without agents.</summary>
    public double SlowestSpeed { get; }

    /// <summary>Creates a registry. O(agents + types).</summary>
    /// <param name="agents">The agents, in order.</param>
    /// <exception cref="HaloValidationException">An agent is unusable; the exception lists every fault.</exception>
    public static AgentRegistry Create(IEnumerable<Agent> agents) => Create(agents, null, new DiagnosticBag());

    /// <summary>Creates a registry from agents in code.</summary>
    /// <inheritdoc cref="Create(IEnumerable{Agent})"/>
    public static AgentRegistry Create(params Agent[] agents) => Create(agents, null, new DiagnosticBag());

    /// <summary>Creates a registry of agents that were read from a file, for readers of file formats.</summary>
    /// <param name="agents">The agents, in order.</param>
    /// <param name="locations">Where each agent is; null where they come from code.</param>
    /// <param name="faults">What the reader has found so far; the faults of the agents are added.</param>
    /// <exception cref="HaloValidationException">There are errors, of the reader or of the agents; the exception lists them all.</exception>
    public static AgentRegistry Create(IEnumerable<Agent> agents, IReadOnlyList<SourceLocation>? locations, DiagnosticBag faults)
    {
        ArgumentNullException.ThrowIfNull(agents);
        Agent[] copy = [.. agents];
        AgentValidator.Validate(copy, locations, faults);
        faults.ThrowIfErrors();
        return new AgentRegistry(copy, locations is null ? null : [.. locations]);
    }

    /// <summary>The position of an agent; -1 when it is not registered. O(1).</summary>
    public int IndexOf(string name) => _positions.GetValueOrDefault(name, -1);

    /// <summary>The positions of the agents that list a type, in order.</summary>
    internal ReadOnlySpan<int> WithType(string type) => _byType.TryGetValue(type, out var positions) ? positions : default;

    /// <summary>Where an agent is in its file; the default where it came from code.</summary>
    internal SourceLocation LocationOf(int position) => _locations is null ? default : _locations[position];

    /// <inheritdoc/>
    public IEnumerator<Agent> GetEnumerator() => ((IEnumerable<Agent>)_agents).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
