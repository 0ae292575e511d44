namespace Halo.Scheduling;

/// <summary>Finds the tasks that are neither completed nor placed, and why.</summary>
internal static class UnscheduledTasks
{
    /// <summary>In topological order. O(tasks + edges of the tasks found).</summary>
    public static IReadOnlyList<UnscheduledTask> Of(SchedulingProblem problem, Placements placements)
    {
        var (graph, found) = (problem.Graph, new List<UnscheduledTask>());
        var admitted = new Lazy<AdmittedAgents>(() => new AdmittedAgents(problem.Plan));
        foreach (var task in graph.Order)
        {
            if (placements.IsPlaced(task) || problem.IsDone(task)) continue;
            found.Add(Describe(task, problem, placements, admitted));
        }

        return found;
    }

    private static UnscheduledTask Describe(int task, SchedulingProblem problem, Placements placements, Lazy<AdmittedAgents> admitted)
    {
        var (graph, id) = (problem.Graph, problem.Graph.IdOf(task));
        if (!problem.HasOptions(task))
        {
            var mayBeDone = problem.Options.MinSuccessRate > 0 && !admitted.Value.Of(task).IsEmpty;
            return new UnscheduledTask(id, mayBeDone ? UnscheduledReason.SuccessRate : UnscheduledReason.Unassigned, null);
        }

        foreach (var dependency in graph.DependenciesOf(task))
        {
            if (problem.WaitsFor(task, dependency) && !placements.IsPlaced(dependency)) return new UnscheduledTask(id, UnscheduledReason.Blocked, graph.IdOf(dependency));
        }

        return new UnscheduledTask(id, UnscheduledReason.NoCapacity, null);
    }
}
