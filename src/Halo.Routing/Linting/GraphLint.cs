namespace Halo.Routing;

/// <summary>Finds tasks that are valid but probably not intended.</summary>
public static class GraphLint
{
    /// <summary>
    /// Finds names that look the same, tasks that began before a dependency ended, and conditions on results that can
    /// never hold or test another attribute than <c>result</c>. With agents, also estimates for agents that are not
    /// registered, and agents with more tasks in progress than they run at one time. O(tasks + dependencies).
    /// </summary>
    /// <param name="graph">The tasks.</param>
    /// <param name="agents">The agents; null when they are not known.</param>
    public static IReadOnlyList<Diagnostic> Find(TaskGraph graph, AgentRegistry? agents = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var findings = new DiagnosticBag();
        GraphNames.Find(graph, findings);
        StatusContradictions.Find(graph, findings);
        ResultConditions.Find(graph, findings);
        if (agents is null) return findings.ToList();
        EstimateAgents.Find(graph, agents, findings);
        OverfullAgents.Find(graph, agents, findings);
        return findings.ToList();
    }

    /// <summary>A warning about a task, with the task as the example.</summary>
    internal static Diagnostic Warning(string code, TaskGraph graph, int task, string message, string help) =>
        new(code, DiagnosticSeverity.Warning, $"Task '{ShortenedText.OfName(graph.IdOf(task))}' {message}", help, graph.LocationOf(task))
        {
            Witness = graph.AttributesOf(task),
        };
}
