using System.Globalization;

namespace Halo.Routing;

/// <summary>Checks that the tasks of a graph do not take longer on the agents than a schedule can say.</summary>
internal static class DurationCheck
{
    /// <summary>
    /// Throws when all tasks, each on the slowest agent, take longer than <see cref="TaskEstimate.MaxTotalSeconds"/> together.
    /// O(1) when they do not.
    /// </summary>
    /// <exception cref="HaloValidationException">The exception names the agent, and the task with which it is too long.</exception>
    public static void ThrowIfTooLong(TaskGraph graph, AgentRegistry agents)
    {
        var speed = agents.SlowestSpeed;
        if (graph.TotalSecondsAt(speed) <= TaskEstimate.MaxTotalSeconds) return;
        var (task, sum) = (-1, 0.0);
        while (sum <= TaskEstimate.MaxTotalSeconds && task < graph.Count - 1) sum += graph.LongestSecondsAt(++task, speed);
        var slowest = agents.First(agent => agent.Speed == speed).Name;
        throw new HaloValidationException([new Diagnostic(DiagnosticCodes.InvalidTask, DiagnosticSeverity.Error,
            string.Create(CultureInfo.InvariantCulture,
                $"Task '{graph.IdOf(task)}': with its estimate all tasks together take more than {TaskEstimate.TotalRange}")
            + string.Create(CultureInfo.InvariantCulture, $" at speed {speed}, the speed of agent '{slowest}'."),
            "Lower the estimates, raise the speed, or split the graph.", graph.LocationOf(task))]);
    }
}
