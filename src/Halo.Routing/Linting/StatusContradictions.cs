namespace Halo.Routing;

/// <summary>Finds tasks that are in progress or completed although they still have to wait for a dependency.</summary>
internal static class StatusContradictions
{
    public static void Find(TaskGraph graph, DiagnosticBag findings)
    {
        if (!graph.HasStatuses) return;
        for (var task = 0; task < graph.Count; task++)
        {
            var status = graph.StatusOf(task);
            if (status is not (TaskNodeStatus.InProgress or TaskNodeStatus.Completed)) continue;
            var awaited = FirstAwaited(graph, task);
            if (awaited < 0) continue;
            var dependency = ShortenedText.OfName(graph.IdOf(awaited));
            findings.Add(GraphLint.Warning(DiagnosticCodes.StatusContradiction, graph, task,
                $"is {NameOf(status)}, but it depends on '{dependency}', which is {NameOf(graph.StatusOf(awaited))}.",
                "Correct one of the two statuses, or remove the dependency."));
        }
    }

    /// <summary>The first dependency that has not ended, where the task needs it; -1 when there is none.</summary>
    private static int FirstAwaited(TaskGraph graph, int task)
    {
        var (first, ended) = (-1, 0);
        foreach (var dependency in graph.DependenciesOf(task))
        {
            if (graph.StatusOf(dependency) is TaskNodeStatus.Completed or TaskNodeStatus.Failed) ended++;
            else if (first < 0) first = dependency;
        }

        var join = graph.JoinOf(task);
        return join.Kind == JoinKind.Quorum && ended >= join.Count ? -1 : first;
    }

    private static string NameOf(TaskNodeStatus status) => status switch
    {
        TaskNodeStatus.InProgress => "in progress",
        TaskNodeStatus.Completed => "completed",
        _ => "pending",
    };
}
