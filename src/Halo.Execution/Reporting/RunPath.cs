using Halo.Routing;

namespace Halo.Execution;

/// <summary>
/// The chain of attempts that the end of a run waited for: from the one that ended last, always the latest of what it had to
/// wait for, which is an earlier attempt, a dependency or whoever had its slot.
/// </summary>
internal static class RunPath
{
    /// <summary>The places of the attempts, first to last. O(attempts + edges).</summary>
    public static IReadOnlyList<int> Of(RunLanes lanes, RunNeeds needs)
    {
        var path = new List<int>();
        var attempts = lanes.Attempts;
        for (var at = LastOf(attempts); at >= 0; at = BeforeOf(at, attempts, needs)) path.Add(at);
        path.Reverse();
        return path;
    }

    private static int LastOf(IReadOnlyList<PlacedAttempt> attempts)
    {
        var last = -1;
        for (var i = 0; i < attempts.Count; i++)
        {
            if (last < 0 || attempts[i].Finish >= attempts[last].Finish) last = i;
        }

        return last;
    }

    private static int BeforeOf(int at, IReadOnlyList<PlacedAttempt> attempts, RunNeeds needs)
    {
        var best = attempts[at].Before;
        foreach (var need in needs.Of(at))
        {
            // A join may begin before its last dependency ends.
            if (need < at && attempts[need].Finish <= attempts[at].Start && (best < 0 || attempts[need].Finish >= attempts[best].Finish)) best = need;
        }

        return best;
    }
}

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
