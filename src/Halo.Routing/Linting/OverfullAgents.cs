using System.Globalization;

namespace Halo.Routing;

/// <summary>Finds agents that have more tasks in progress than they run at one time.</summary>
internal static class OverfullAgents
{
    /// <summary>Reports each such agent once, at the first task that is too many.</summary>
    public static void Find(TaskGraph graph, AgentRegistry agents, DiagnosticBag findings)
    {
        if (!graph.HasHeldTasks) return;
        foreach (var held in graph.Holders.OrderBy(pair => pair.Key).GroupBy(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal))
        {
            var agent = agents.IndexOf(held.Key);
            int[] tasks = [.. held];
            if (agent < 0) continue;
            var slots = agents[agent].MaxConcurrentTasks;
            if (tasks.Length <= slots) continue;
            var name = ShortenedText.OfName(held.Key);
            findings.Add(GraphLint.Warning(DiagnosticCodes.OverfullAgent, graph, tasks[slots],
                string.Create(CultureInfo.InvariantCulture,
                    $"is one too many: agent '{name}' has {tasks.Length} tasks in progress and runs {slots} at one time."),
                "Correct the statuses, or raise the agent's maxConcurrentTasks."));
        }
    }
}
