namespace Halo.Scheduling;

/// <summary>Adds up what each agent does in a schedule.</summary>
internal static class AgentUtilizations
{
    /// <summary>In registry order, agents without tasks among them. O(tasks + agents).</summary>
    public static IReadOnlyList<AgentUtilization> Of(SchedulingProblem problem, Placements placements, double makespan)
    {
        var agents = problem.Plan.Agents;
        var (tasks, busy) = (new int[agents.Count], new double[agents.Count]);
        for (var task = 0; task < problem.Count; task++)
        {
            if (!placements.IsPlaced(task)) continue;
            var option = placements.Option[task];
            tasks[problem.OptionAgents[option]]++;
            busy[problem.OptionAgents[option]] += problem.OptionSeconds[option];
        }

        return [.. agents.Select((agent, i) => new AgentUtilization(agent.Name, tasks[i], TimeSpans.FromSeconds(busy[i]), makespan > 0 ? busy[i] / (makespan * agent.MaxConcurrentTasks) : 0))];
    }
}
