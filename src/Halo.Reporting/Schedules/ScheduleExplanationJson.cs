namespace Halo.Reporting;

/// <summary>An explanation as <c>schemas/schedule-explanation.schema.json</c> describes it.</summary>
internal sealed record ScheduleExplanationJson(
    string Task,
    string Agent,
    int Slot,
    double Start,
    double Finish,
    double Slack,
    string? WaitsFor,
    string Selection,
    bool? Improved,
    string Explanation,
    IReadOnlyList<ScheduleCandidateJson> Candidates)
{
    public static ScheduleExplanationJson Of(ScheduleExplanation explanation)
    {
        var task = explanation.Task;
        return new ScheduleExplanationJson(
            task.Task,
            task.Agent,
            task.Slot,
            task.Start.TotalSeconds,
            task.Finish.TotalSeconds,
            explanation.Slack.TotalSeconds,
            explanation.WaitsFor,
            ScheduleNames.Of(explanation.Selection),
            PlanJsonReport.Flag(explanation.WasImproved),
            explanation.ToString(),
            [.. explanation.Candidates.Select(ScheduleCandidateJson.Of)]);
    }
}

/// <summary>An agent that could have taken the task, times in seconds.</summary>
internal sealed record ScheduleCandidateJson(string Agent, double Seconds, double Start, double Finish, double Cost, double Load, bool HasRoom)
{
    public static ScheduleCandidateJson Of(ScheduleCandidate one) => new(
        one.Agent, one.Duration.TotalSeconds, one.Start.TotalSeconds, one.Finish.TotalSeconds, one.Cost, one.Load.TotalSeconds, one.HasRoom);
}
