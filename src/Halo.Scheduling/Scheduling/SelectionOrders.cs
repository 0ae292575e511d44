namespace Halo.Scheduling;

/// <summary>
/// The orders in which a selection places tasks. Which one packs best depends on the graph, so that for a critical path
/// several are tried: ranks by mean and by shortest seconds, and plain readiness.
/// </summary>
internal static class SelectionOrders
{
    /// <summary>Above this many tasks one order has to do.</summary>
    public const int MostTasksForSeveral = 100_000;

    /// <summary>Figures as <see cref="TaskPriorities.Of"/> gives them, the priority's own first.</summary>
    public static IReadOnlyList<double[]?> Of(SchedulingProblem problem)
    {
        var own = TaskPriorities.Of(problem);
        var isOne = problem.Options is not { Selection: AgentSelection.EarliestFinish, Priority: SchedulePriority.CriticalPath } || problem.Count > MostTasksForSeveral;
        return isOne ? [own] : [own, TaskPriorities.UpwardRanks(problem, problem.ShortestSeconds()), null];
    }
}
