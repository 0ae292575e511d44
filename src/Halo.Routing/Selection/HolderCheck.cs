namespace Halo.Routing;

/// <summary>Checks that the agents that hold tasks in progress exist.</summary>
internal static class HolderCheck
{
    /// <summary>Throws when a task in progress names an agent that is not registered.</summary>
    /// <exception cref="HaloValidationException">The exception names every such task.</exception>
    public static void ThrowIfUnknown(TaskGraph graph, AgentRegistry agents)
    {
        if (!graph.HasHeldTasks) return;
        var faults = new DiagnosticBag();
        foreach (var (task, holder) in graph.Holders.OrderBy(pair => pair.Key))
        {
            if (agents.IndexOf(holder) >= 0) continue;
            faults.Error(DiagnosticCodes.UnknownHolder, $"Task '{graph.IdOf(task)}' is in progress at '{holder}', which is not a registered agent.",
                Suggestion.For(holder, agents.Select(agent => agent.Name)), graph.LocationOf(task));
        }

        faults.ThrowIfErrors();
    }
}
