namespace Halo.Routing;

/// <summary>Finds estimates for agents that are not registered: they are never used.</summary>
internal static class EstimateAgents
{
    /// <summary>Reports each such agent once, at the first task that names it.</summary>
    public static void Find(TaskGraph graph, AgentRegistry agents, DiagnosticBag findings)
    {
        string[] names = [.. agents.Select(agent => agent.Name)];
        var reported = new HashSet<string>(StringComparer.Ordinal);
        for (var task = 0; task < graph.Count; task++)
        {
            if (graph.EstimateOf(task) is not { ByAgent.Count: > 0 } estimate) continue;
            foreach (var agent in estimate.ByAgent.Keys)
            {
                if (agents.IndexOf(agent) >= 0 || findings.IsFull || !reported.Add(agent)) continue;
                findings.Add(GraphLint.Warning(DiagnosticCodes.UnknownEstimateAgent, graph, task,
                    $"has an estimate for '{ShortenedText.OfName(agent)}', which is not a registered agent.",
                    findings.WantsSuggestions ? Suggestion.For(agent, names, "Register the agent or remove the estimate.") : ""));
            }
        }
    }
}
