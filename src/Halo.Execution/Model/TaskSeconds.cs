namespace Halo.Execution;

/// <summary>Estimates of single tasks.</summary>
internal static class TaskSeconds
{
    /// <summary>The estimate of a task on an agent, in seconds; null when unknown.</summary>
    public static double? Of(TaskGraph graph, int task, Agent? agent)
    {
        if (agent is null) return graph.EstimateOf(task)?.Time?.TotalSeconds;
        var seconds = graph.SecondsOf(task, agent.Name, agent.Speed);
        return double.IsNaN(seconds) ? null : seconds;
    }
}
