namespace Halo.Routing;

/// <summary>Finds agents that get no work, task types that get no agent, and what is unusual about the shape of a graph.</summary>
public static class RoutingLint
{
    /// <summary>
    /// Finds agents that no rule routes to and that list no types. With a graph, also agents that no task of it can reach,
    /// types of tasks that no rule matches and no agent lists, dependencies that others imply (up to 20,000 dependencies), and
    /// whether the graph falls into unrelated parts. O(tasks x match + rules + tasks x dependencies).
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="graph">The tasks; null to judge rules and agents alone.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules, AgentRegistry agents, TaskGraph? graph = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(agents);
        var findings = new DiagnosticBag();
        var targets = rules.Select(rule => rule.Agent).ToHashSet(StringComparer.Ordinal);
        var reach = graph is null ? null : new GraphReach(rules, agents, graph);
        for (var agent = 0; agent < agents.Count; agent++)
        {
            var (name, location) = (agents[agent].Name, agents.LocationOf(agent));
            if (agents[agent].Types.Count == 0 && !targets.Contains(name))
            {
                findings.Add(new Diagnostic(DiagnosticCodes.UnreachableAgent, DiagnosticSeverity.Warning,
                    $"Agent '{name}' gets no task: no rule routes to it, and it lists no types.", "Give it types or a rule, or remove it.", location));
            }
            else if (reach is not null && !reach.Agents.Contains(name))
            {
                findings.Add(new Diagnostic(DiagnosticCodes.IdleAgent, DiagnosticSeverity.Info,
                    $"Agent '{name}' gets no task of this graph: no task has a type that it lists, and none matches a rule that routes to it.", "", location));
            }
        }

        if (graph is not null) GraphShape.Report(graph, findings);
        foreach (var task in reach?.UnroutableTasks ?? []) findings.Add(Describe(graph!, task));
        return findings.ToList();
    }

    private static Diagnostic Describe(TaskGraph graph, int task)
    {
        var type = graph.TypeOf(task);
        var help = type.Length == 0 ? "Give it a type, or add a rule that matches it." : "List the type at an agent, or add a rule that matches it.";
        var what = type.Length == 0 ? "has no type" : $"has the type '{type}', which no agent lists";
        return new Diagnostic(DiagnosticCodes.UnroutableType, DiagnosticSeverity.Warning, $"Task '{graph.IdOf(task)}' {what}, and no rule matches it.", help, graph.LocationOf(task))
        {
            Witness = graph.AttributesOf(task),
        };
    }
}
