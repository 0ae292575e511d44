using System.Globalization;

namespace Halo.Execution;

/// <summary>The figures above the chart of a run.</summary>
internal static class RunCards
{
    public static IReadOnlyList<GanttCard> Of(RunReport report, Schedule? planned)
    {
        var cards = new List<GanttCard> { new(DurationText.Of(report.Duration), "it took") };
        if (planned is not null) cards.Add(new GanttCard(DurationText.Of(planned.Makespan), IsWhole(report) ? "planned" : "planned for all parts"));
        if (planned is not null && planned.Makespan > TimeSpan.Zero && report.End == RunEnd.Completed && IsWhole(report)) cards.Add(Difference(report.Duration / planned.Makespan));
        if (report.End != RunEnd.Completed) cards.Add(new GanttCard(EndOf(report.End), "it ended early", "bad"));
        cards.Add(new GanttCard(string.Create(CultureInfo.InvariantCulture, $"{report.Succeeded} of {report.Plan.Graph.Count}"), "done", report.Succeeded == report.Plan.Graph.Count ? "good" : ""));
        foreach (var outcome in (TaskOutcome[])[TaskOutcome.Failed, TaskOutcome.Interrupted, TaskOutcome.NotRun, TaskOutcome.Skipped])
        {
            if (report.CountOf(outcome) > 0) cards.Add(new GanttCard(Number(report.CountOf(outcome)), OutcomeText.Of(outcome), outcome == TaskOutcome.Skipped ? "" : "bad"));
        }

        var retries = report.Tasks.Sum(task => Math.Max(0, task.History.Count - 1));
        if (retries > 0) cards.Add(new GanttCard(Number(retries), retries == 1 ? "further attempt" : "further attempts"));
        return cards;
    }

    /// <summary>Whether no task ended in an earlier part of the run: else its time says nothing of the plan's.</summary>
    public static bool IsWhole(RunReport report) => report.Tasks.All(task => task.Reason != OutcomeReason.Resumed);

    private static GanttCard Difference(double ratio) => ratio is >= 0.995 and < 1.005 ? new("as planned", "real to planned")
        : ratio >= 10 || ratio < 0.1 ? new(string.Create(CultureInfo.InvariantCulture, $"× {ratio:0.###}"), "real to planned")
        : new(string.Create(CultureInfo.InvariantCulture, $"{(ratio - 1) * 100:+0;-0} %"), "real to planned");

    private static string EndOf(RunEnd end) => end switch
    {
        RunEnd.Cancelled => "cancelled",
        RunEnd.DeadlineExceeded => "deadline exceeded",
        _ => "stopped",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
