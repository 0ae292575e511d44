using System.Globalization;

namespace Halo.Scheduling;

/// <summary>Explanations of a schedule in words.</summary>
internal static class ScheduleSentence
{
    public static string Of(ScheduleExplanation explanation)
    {
        var task = explanation.Task;
        var when = explanation.WaitsFor is { } before ? $"starts when '{before}' ends" : task.Start > TimeSpan.Zero ? "starts when its slot is free" : "starts at once";
        return string.Create(CultureInfo.InvariantCulture, $"'{task.Task}' {when}, at {task.Start.TotalSeconds:0.###} s. {Choice(explanation)}");
    }

    private static string Choice(ScheduleExplanation explanation)
    {
        var agent = explanation.Task.Agent;
        if (explanation.WasImproved) return $"An improvement moved it to '{agent}'.";
        var chosen = explanation.Candidates.FirstOrDefault(candidate => candidate.Agent == agent);
        if (chosen is null) return $"The plan gives it to '{agent}'.";
        if (explanation.Candidates.Count == 1) return $"Only '{agent}' may do it.";
        var others = explanation.Candidates.Count;
        return explanation.Selection switch
        {
            AgentSelection.Cheapest => string.Create(CultureInfo.InvariantCulture, $"Of {others} agents '{agent}' is the cheapest that is in time: it costs {chosen.Cost:0.###}."),
            AgentSelection.Balanced => string.Create(CultureInfo.InvariantCulture, $"Of {others} agents '{agent}' has the least work for each slot: {chosen.Load.TotalSeconds:0.###} s."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Of {others} agents '{agent}' finishes it first, at {chosen.Finish.TotalSeconds:0.###} s."),
        };
    }
}
