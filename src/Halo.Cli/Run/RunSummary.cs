using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>What became of a run: its figures, and every task that did not succeed, or not at its first agent.</summary>
internal static class RunSummary
{
    public static void Write(RunReport report, Schedule schedule, TaskLogs logs, TextWriter writer)
    {
        var earlier = report.Tasks.Count(task => task.Reason == OutcomeReason.Resumed);
        var (tasks, planned) = (PlanSummary.Count(report.Plan.Graph.Count, "task"), RunWords.Of(schedule.Makespan));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tasks}{(earlier > 0 ? $", {earlier} of them earlier," : "")} in {RunWords.Of(report.Duration)}, {planned} by the schedule{(earlier > 0 ? " of all" : "")}: {Counts(report)}"));
        foreach (var task in report.Tasks.Where(task => task.Outcome != TaskOutcome.Succeeded || task.Reroutings.Count > 0)) writer.WriteLine(VisibleText.Of(Line(task, logs)));
    }

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public static int ExitCodeOf(RunReport report) =>
        report.End == RunEnd.Cancelled ? ExitCodes.Cancelled
        : report.End == RunEnd.JournalFailed ? ExitCodes.Fault
        : report.Failed + report.CountOf(TaskOutcome.NotRun) + report.CountOf(TaskOutcome.Interrupted) > 0 ? ExitCodes.TasksFailed
        : ExitCodes.Ok;

    private static string Counts(RunReport report) =>
        string.Join(", ", Enum.GetValues<TaskOutcome>().Where(outcome => outcome == TaskOutcome.Succeeded || report.CountOf(outcome) > 0)
            .Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{report.CountOf(outcome)} {RunWords.Of(outcome)}")));

    private static string Line(TaskReport task, TaskLogs logs)
    {
        var line = $"  {task.Task}  {RunWords.Of(task.Outcome)}{(task.Outcome == TaskOutcome.Succeeded ? $" by {task.Agent}" : $": {RunWords.Of(task.Reason)}")}";
        foreach (var step in task.Reroutings) line += $"; '{step.From}' could not do it, {RunWords.Of(step.Cause)}: {step.Failure.Message}";
        if (task.Reroutings is [.., { Next.Agent: null }]) line += "; no other agent can";
        if (task.Failure is not null && task.Reroutings.Count == 0) line += $"; at {task.Agent}, {PlanSummary.Count(task.Attempts, "attempt")}: {task.Failure.Message}";
        return task.Attempts > 0 && logs.PathOf(task.Task) is { } path ? $"{line}  see {path}" : line;
    }
}
