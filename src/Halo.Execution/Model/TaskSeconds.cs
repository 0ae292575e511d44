namespace Halo.Execution;

/// <summary>Estimates of single tasks.</summary>
internal static class TaskSeconds
{
    /// <summary>The estimate of a task on an agent, in seconds; null when unknown.</summary>
    public static double? Of(TaskGraph graph, int task, Agent? agent)
    {
        if (graph.EstimateOf(task) is not { } estimate) return null;
        if (estimate.Seconds is { } seconds) return seconds / (agent?.Speed ?? 1);
        return agent is not null && estimate.ByAgent.TryGetValue(agent.Name, out var own) ? own : null;
    }
}
