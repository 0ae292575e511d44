using System.Runtime.CompilerServices;

namespace Halo.Routing;

/// <summary>
/// Who is available, who has room, and how much each agent has, while one graph is routed. Agents are known by their
/// position in the registry, rule targets by their number in the rule set.
/// </summary>
internal sealed class AgentLoad
{
    private readonly int[] _capacity;
    private readonly int[] _used;      // of the capacity: in this wave, or in the whole graph
    private readonly int[] _assigned;  // in the whole graph
    private readonly bool[] _available;
    private readonly int[] _targetOfAgent;
    private readonly bool[] _admitted;
    private readonly bool[] _availableTargets;
    private readonly int[] _busy;      // agents used in this wave
    private readonly bool _perWave;
    private int _busyCount;

    public AgentLoad(RoutingSnapshot snapshot, RouteOptions options)
    {
        _perWave = options.Capacity == CapacityMode.Concurrent;
        _capacity = snapshot.CapacityOfAgent;
        _targetOfAgent = snapshot.TargetOfAgent;
        _used = new int[_capacity.Length];
        _assigned = new int[_capacity.Length];
        _available = new bool[_capacity.Length];
        _busy = new int[_capacity.Length];
        _availableTargets = new bool[snapshot.TargetCount];
        if (options.Available is null)
        {
            Array.Fill(_available, true);
        }
        else
        {
            foreach (var name in options.Available) _available[snapshot.Agents.IndexOf(name)] = true;
        }

        for (var agent = 0; agent < _available.Length; agent++)
        {
            if (_targetOfAgent[agent] is >= 0 and var target) _availableTargets[target] = _available[agent];
        }

        _admitted = [.. _availableTargets];
    }

    /// <summary>By rule target: available and with room.</summary>
    public ReadOnlySpan<bool> Admitted => _admitted;

    /// <summary>By rule target: available, with or without room.</summary>
    public ReadOnlySpan<bool> AvailableTargets => _availableTargets;

    public bool IsAvailable(int agent) => _available[agent];

    public bool HasRoom(int agent) => _used[agent] < _capacity[agent];

    /// <summary>The tasks given to an agent so far.</summary>
    public int Assigned(int agent) => _assigned[agent];

    /// <summary>Gives an agent a task, also beyond its capacity: then the task waits for a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Assign(int agent)
    {
        _assigned[agent]++;
        if (_used[agent]++ == 0) _busy[_busyCount++] = agent;
        if (_used[agent] >= _capacity[agent] && _targetOfAgent[agent] is >= 0 and var target) _admitted[target] = false;
    }

    /// <summary>Begins a wave: where capacity bounds what runs at one time, every slot is free again. O(agents used in the last).</summary>
    public void BeginWave()
    {
        if (!_perWave) return;
        for (var i = 0; i < _busyCount; i++)
        {
            var agent = _busy[i];
            _used[agent] = 0;
            if (_targetOfAgent[agent] is >= 0 and var target) _admitted[target] = _availableTargets[target];
        }

        _busyCount = 0;
    }
}
