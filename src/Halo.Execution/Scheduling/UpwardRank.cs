namespace Halo.Execution;

/// <summary>
/// How long the work behind each task takes at least: its own estimate and the longest path of its dependants (Topcuoglu,
/// Hariri and Wu, 2002, without the cost of communication). What has most behind it goes first.
/// </summary>
internal static class UpwardRank
{
    private const double UnknownSeconds = 1;

    /// <summary>By task index, in seconds. O(tasks + edges).</summary>
    public static double[] Of(RoutingPlan plan)
    {
        var graph = plan.Graph;
        var decisions = plan.DecisionsByTask;
        var rank = new double[graph.Count];
        for (var i = graph.Count - 1; i >= 0; i--)
        {
            var task = graph.Order[i];
            var behind = 0.0;
            foreach (var dependant in graph.DependantsOf(task)) behind = Math.Max(behind, rank[dependant]);
            var agent = decisions[task].Agent;
            rank[task] = behind + (TaskSeconds.Of(graph, task, agent < 0 ? null : plan.Agents[agent]) ?? UnknownSeconds);
        }

        return rank;
    }
}
