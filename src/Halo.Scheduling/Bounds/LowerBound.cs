namespace Halo.Scheduling;

/// <summary>
/// A makespan that no schedule can beat: the longest path of shortest times, and for groups of agents the work that only
/// they can do, with what must come before and after it.
/// </summary>
internal static class LowerBound
{
    /// <summary>Above this many tasks only whole groups are looked at, so that the bound costs less than the schedule.</summary>
    public const int MostTasksInDetail = 100_000;

    /// <summary>The bound for the tasks that are placed. O((tasks + options) log tasks) for each group of agents; O(tasks + edges + options) for large graphs.</summary>
    public static double Of(SchedulingProblem problem, Placements placements)
    {
        var seconds = problem.ShortestSeconds();
        for (var task = 0; task < seconds.Length; task++)
        {
            if (!placements.IsPlaced(task)) seconds[task] = 0;
        }

        var heads = TaskPriorities.EarliestStarts(problem, seconds);
        var tails = TaskPriorities.UpwardRanks(problem, seconds);
        var bound = 0.0;
        for (var task = 0; task < seconds.Length; task++)
        {
            tails[task] -= seconds[task];
            if (placements.IsPlaced(task)) bound = Math.Max(bound, heads[task] + seconds[task]); // where the longest path ends
        }

        var groups = AgentGroups.Of(problem, placements);
        foreach (var group in groups) bound = Math.Max(bound, new GroupBound(problem, seconds, heads, tails, group).Value());
        if (problem.Count <= MostTasksInDetail && groups.Count > 1) bound = Math.Max(bound, new LoadBound(problem, placements, heads, tails).Value());
        return IsIntegral(problem) ? Math.Max(0, Math.Ceiling(bound - 1e-6)) : bound;
    }

    // Whole durations make whole makespans, so that the bound may be rounded up.
    private static bool IsIntegral(SchedulingProblem problem)
    {
        const double MostExact = 1L << 39;
        foreach (var seconds in problem.OptionSeconds.AsSpan(0, problem.OptionStarts[^1]))
        {
            if (seconds != Math.Floor(seconds) || seconds > MostExact) return false;
        }

        return true;
    }
}
