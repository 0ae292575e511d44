namespace Halo.Scheduling;

/// <summary>A figure for each task: of the tasks that could start, the one with the largest goes first.</summary>
internal static class TaskPriorities
{
    /// <summary>The figures of a priority; null where only the time of readiness decides. O(tasks + edges).</summary>
    public static double[]? Of(SchedulingProblem problem) => problem.Options.Priority switch
    {
        SchedulePriority.CriticalPath => UpwardRanks(problem, MeanSeconds(problem)),
        SchedulePriority.LongestFirst => MeanSeconds(problem),
        SchedulePriority.Attribute => Attributes(problem, problem.Options.PriorityAttribute!),
        _ => null,
    };

    /// <summary>The seconds of each task, the mean over its options.</summary>
    public static double[] MeanSeconds(SchedulingProblem problem)
    {
        var means = new double[problem.Count];
        for (var task = 0; task < means.Length; task++)
        {
            var seconds = problem.SecondsOf(task);
            if (seconds.Length == 0) continue;
            var sum = 0.0;
            foreach (var one in seconds) sum += one;
            means[task] = sum / seconds.Length;
        }

        return means;
    }

    /// <summary>
    /// The longest path of seconds from the start of each task to the end of the graph (Topcuoglu, Hariri, Wu 2002).
    /// O(tasks + edges).
    /// </summary>
    public static double[] UpwardRanks(SchedulingProblem problem, double[] seconds)
    {
        var (graph, ranks) = (problem.Graph, new double[problem.Count]);
        var order = graph.Order;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var task = order[i];
            var longest = 0.0;
            foreach (var dependant in graph.DependantsOf(task))
            {
                if (problem.WaitsFor(dependant, task)) longest = Math.Max(longest, ranks[dependant]);
            }

            ranks[task] = longest + seconds[task];
        }

        return ranks;
    }

    /// <summary>The longest path of seconds from the start of the graph to the start of each task. O(tasks + edges).</summary>
    public static double[] EarliestStarts(SchedulingProblem problem, double[] seconds)
    {
        var (graph, starts) = (problem.Graph, new double[problem.Count]);
        foreach (var task in graph.Order)
        {
            foreach (var dependency in graph.DependenciesOf(task))
            {
                if (problem.WaitsFor(task, dependency)) starts[task] = Math.Max(starts[task], starts[dependency] + seconds[dependency]);
            }
        }

        return starts;
    }

    private static double[] Attributes(SchedulingProblem problem, string attribute)
    {
        var figures = new double[problem.Count];
        for (var task = 0; task < figures.Length; task++)
        {
            figures[task] = problem.Graph.AttributeOf(task, attribute).TryGetNumber(out var value) ? value : double.NegativeInfinity;
        }

        return figures;
    }
}
