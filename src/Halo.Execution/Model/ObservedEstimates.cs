namespace Halo.Execution;

/// <summary>Estimates for a later graph of the same tasks, from what a run took.</summary>
internal static class ObservedEstimates
{
    public static IReadOnlyDictionary<string, TaskEstimate> Of(RunReport report)
    {
        // Times over several agents tell nothing of one of them.
        var observed = report.Tasks.Where(task => task is { Outcome: TaskOutcome.Succeeded, Agent: not null, Duration: not null, Reroutings.Count: 0 }).ToArray();
        var graph = report.Plan.Graph;
        var means = observed
            .GroupBy(task => (Type: TypeOf(graph, task.Task), Agent: task.Agent!))
            .ToDictionary(group => group.Key, group => group.Average(task => task.Duration!.Value.TotalSeconds));
        var own = observed.ToDictionary(task => task.Task, StringComparer.Ordinal);
        var estimates = new Dictionary<string, TaskEstimate>(StringComparer.Ordinal);
        for (var index = 0; index < graph.Count; index++)
        {
            var byAgent = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var agent in report.Plan.Agents)
            {
                if (SecondsOf(index, agent) is { } seconds) byAgent.Add(agent.Name, seconds);
            }

            if (byAgent.Count > 0) estimates.Add(graph.IdOf(index), TaskEstimate.FromSeconds(byAgent));
        }

        return estimates;

        double? SecondsOf(int index, Agent agent) =>
            own.TryGetValue(graph.IdOf(index), out var task) && task.Agent == agent.Name ? task.Duration!.Value.TotalSeconds
            : means.TryGetValue((graph.TypeOf(index), agent.Name), out var mean) ? mean
            : TaskSeconds.Of(graph, index, agent);
    }

    private static string TypeOf(TaskGraph graph, string task) => graph.TryGetIndex(task, out var index) ? graph.TypeOf(index) : "";
}
