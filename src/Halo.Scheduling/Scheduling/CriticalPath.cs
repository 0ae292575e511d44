namespace Halo.Scheduling;

/// <summary>
/// A chain of tasks without a pause from the start to the makespan: each begins when the one before it ends, because it
/// depends on it or takes over its slot. To finish earlier, one of them has to.
/// </summary>
internal static class CriticalPath
{
    /// <summary>The tasks of one such chain, first to last; dependencies are preferred to slots. O(tasks + edges).</summary>
    public static IReadOnlyList<int> Of(SchedulingProblem problem, Placements placements, SlotSequences sequences)
    {
        var path = new List<int>();
        for (var task = LastOf(problem, placements, sequences); task >= 0; task = Before(task, problem, placements, sequences)) path.Add(task);
        path.Reverse();
        return path;
    }

    private static int LastOf(SchedulingProblem problem, Placements placements, SlotSequences sequences)
    {
        var last = -1;
        foreach (var task in sequences.ByStart)
        {
            if (last < 0 || placements.FinishOf(task, problem) > placements.FinishOf(last, problem)) last = task;
        }

        return last;
    }

    /// <summary>The task whose end another starts at; -1 for none.</summary>
    public static int Before(int task, SchedulingProblem problem, Placements placements, SlotSequences sequences)
    {
        var start = placements.Start[task];
        foreach (var dependency in problem.Graph.DependenciesOf(task))
        {
            if (placements.IsPlaced(dependency) && problem.WaitsFor(task, dependency) && placements.FinishOf(dependency, problem) == start) return dependency;
        }

        return sequences.Previous[task] is >= 0 and var previous && placements.FinishOf(previous, problem) == start ? previous : -1;
    }
}
