namespace Halo.Execution;

/// <summary>What each attempt came after: the one before it at the same task, else the last ones of the dependencies.</summary>
internal sealed class RunNeeds
{
    private readonly IReadOnlyList<PlacedAttempt> _attempts;
    private readonly TaskGraph _graph;
    private readonly Dictionary<(int Task, int Number), int> _places = [];
    private readonly Dictionary<int, int> _last = [];

    public RunNeeds(RunLanes lanes, TaskGraph graph)
    {
        (_attempts, _graph) = (lanes.Attempts, graph);
        for (var i = 0; i < _attempts.Count; i++)
        {
            _places[(_attempts[i].Task, _attempts[i].Number)] = i;
            _last[_attempts[i].Task] = i;
        }
    }

    /// <summary>Places of attempts.</summary>
    public IReadOnlyList<int> Of(int place)
    {
        var attempt = _attempts[place];
        if (attempt.Number > 1) return [_places[(attempt.Task, attempt.Number - 1)]];
        var needs = new List<int>();
        foreach (var dependency in _graph.DependenciesOf(attempt.Task))
        {
            if (_last.TryGetValue(dependency, out var last)) needs.Add(last);
        }

        return needs;
    }
}
