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
    IReadOnlyList<ScheduleCandidate> Candidates)
{
    public static ScheduleExplanationJson Of(ScheduleExplanation explanation)
    {
        var task = explanation.Task;
        return new ScheduleExplanationJson(
            task.Task,
            task.Agent,
            task.Slot,
            task.Start,
            task.Finish,
            explanation.Slack,
            explanation.WaitsFor,
            ScheduleNames.Of(explanation.Selection),
            JsonReport.Flag(explanation.WasImproved),
            explanation.ToString(),
            explanation.Candidates);
    }
}
