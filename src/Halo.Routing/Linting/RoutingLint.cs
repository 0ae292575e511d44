namespace Halo.Routing;

/// <summary>Finds rules, agents and tasks that are valid but probably do not fit together as intended.</summary>
public static class RoutingLint
{
    /// <summary>
    /// Finds agents whose names look the same, and agents that no rule routes to and that list no types. With a graph, also
    /// agents that no task of it can reach, types of tasks that no rule matches and no agent lists, and rules that ask for
    /// attributes, types or kinds of values that no task has, or match no task. O(tasks x match + rules).
    /// </summary>
    /// <param name="rules">The rules; null when there are none, so that nothing is said of agents that only rules could reach.</param>
    /// <param name="agents">The agents; null when they are not known, to judge the rules by the graph alone.</param>
    /// <param name="graph">The tasks; null to judge rules and agents alone.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet? rules, AgentRegistry? agents, TaskGraph? graph = null)
    {
        var findings = new DiagnosticBag();
        if (agents is not null) FindUnreached(rules, agents, graph, findings);
        if (rules is not null && graph is not null) RuleUse.Find(rules, agents, graph, findings);
        return findings.ToList();
    }

    private static void FindUnreached(RuleSet? rules, AgentRegistry agents, TaskGraph? graph, DiagnosticBag findings)
    {
        LookAlikeNames.Find("agent names", agents.Select(agent => agent.Name), agents.LocationOf, null, findings);
        var targets = (rules ?? RuleSet.Empty).Select(rule => rule.Agent).ToHashSet(StringComparer.Ordinal);
        var reach = graph is null ? null : new GraphReach(rules ?? RuleSet.Empty, agents, graph);
        for (var agent = 0; agent < agents.Count; agent++)
        {
            var (name, location) = (agents[agent].Name, agents.LocationOf(agent));
            if (agents[agent].Types.Count == 0 && !targets.Contains(name))
            {
                if (rules is null) continue;
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
