namespace Halo.Routing;

/// <summary>
/// Decides every task of a graph in topological order, wave by wave. Nothing is allocated per task, and nothing is
/// decided by anything but the inputs.
/// </summary>
internal sealed class RoutingPass
{
    private const int UnknownType = -2;

    private readonly TaskGraph _graph;
    private readonly RoutingSnapshot _snapshot;
    private readonly CapabilityTable _capabilities;
    private readonly AgentLoad _load;
    private readonly TaskRow _row;
    private readonly bool _mayWait;
    private readonly int[] _typeOfLiteral;         // by literal: number of its candidate list
    private readonly List<int[]> _candidates = [];

    public RoutingPass(TaskGraph graph, RoutingSnapshot snapshot, CapabilityTable capabilities, RouteOptions options)
    {
        _graph = graph;
        _snapshot = snapshot;
        _capabilities = capabilities;
        _load = new AgentLoad(snapshot, options);
        _row = snapshot.Matcher.NewRow(graph.Literals);
        _mayWait = options.Capacity == CapacityMode.Concurrent;
        _typeOfLiteral = new int[graph.Literals.Count];
        Array.Fill(_typeOfLiteral, UnknownType);
    }

    /// <summary>The decisions by task index. O(tasks x match + agents).</summary>
    public Decision[] Run()
    {
        var decisions = new Decision[_graph.Count];
        if (!_mayWait) HoldTasksInProgress(_graph.Order);
        for (var wave = 0; wave < _graph.WaveCount; wave++)
        {
            var tasks = _graph.Wave(wave);
            _load.BeginWave();
            if (_mayWait) HoldTasksInProgress(tasks);
            foreach (var task in tasks) decisions[task] = Decide(task);
        }

        return decisions;
    }

    // Their slots are taken before anything else is decided, wherever they are in the order.
    private void HoldTasksInProgress(ReadOnlySpan<int> tasks)
    {
        if (!_graph.HasHeldTasks) return;
        foreach (var task in tasks)
        {
            if (_graph.HolderOf(task) is { } holder) _load.Assign(_snapshot.Agents.IndexOf(holder));
        }
    }

    private Decision Decide(int task)
    {
        switch (_graph.StatusOf(task))
        {
            case TaskNodeStatus.Completed: return Decision.None(DecisionReason.Completed);
            case TaskNodeStatus.InProgress when _graph.HolderOf(task) is { } holder:
                return new Decision(_snapshot.Agents.IndexOf(holder), -1, DecisionReason.InProgress, false);
        }

        var literals = _graph.LiteralsOf(task);
        _row.Load(literals);
        var match = _snapshot.Matcher.Search(_row, _load.Admitted);
        Decision decision;
        if (match.Rule >= 0)
        {
            decision = new Decision(_snapshot.AgentOfTarget(match.Target), match.Rule, DecisionReason.Rule, false);
        }
        else
        {
            var candidates = CandidatesOf(task);
            var agent = _capabilities.Select(candidates, _load, needsRoom: true);
            decision = agent >= 0 ? new Decision(agent, -1, DecisionReason.Capability, false) : DecideWithoutRoom(candidates);
        }

        _row.Unload(literals);
        if (decision.Agent >= 0) _load.Assign(decision.Agent);
        return decision;
    }

    /// <summary>No agent has room: wait for the first choice where waiting is allowed, otherwise say why there is none.</summary>
    private Decision DecideWithoutRoom(int[] candidates)
    {
        var match = _snapshot.Matcher.Search(_row, _load.AvailableTargets);
        var agent = match.Rule >= 0 ? _snapshot.AgentOfTarget(match.Target) : _capabilities.Select(candidates, _load, needsRoom: false);
        if (agent >= 0)
        {
            var reason = match.Rule >= 0 ? DecisionReason.Rule : DecisionReason.Capability;
            return _mayWait ? new Decision(agent, match.Rule, reason, true) : Decision.None(DecisionReason.NoCapacity);
        }

        var exists = candidates.Length > 0 || _snapshot.Matcher.FirstMatch(_row, _snapshot.Matcher.Targets.AllAdmitted) >= 0;
        return Decision.None(exists ? DecisionReason.AgentUnavailable : DecisionReason.NoMatch);
    }

    private int[] CandidatesOf(int task)
    {
        var literal = _graph.TypeLiteralOf(task);
        if (literal < 0) return [];
        if (_typeOfLiteral[literal] == UnknownType)
        {
            _typeOfLiteral[literal] = _candidates.Count;
            _candidates.Add(_capabilities.Candidates(_graph.Literals.Literals[literal].Value.ToString()));
        }

        return _candidates[_typeOfLiteral[literal]];
    }
}
