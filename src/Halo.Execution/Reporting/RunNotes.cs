namespace Halo.Execution;

/// <summary>The tables below the chart of a run: what is not in the chart or not plain from it.</summary>
internal static class RunNotes
{
    public static IReadOnlyList<GanttNote> Of(RunReport report)
    {
        var notes = new List<GanttNote>();
        Add("Not done", "", report.Tasks.Where(task => task.Outcome != TaskOutcome.Succeeded).Select(task => new[] { task.Task, OutcomeText.Of(task.Outcome), WhyNot(task) }));
        Add("Routed again", "", report.Tasks.SelectMany(task => task.Reroutings.Select(step => new[] { task.Task, step.ToString() })));
        Add("Time and estimate", "Means of the tasks that succeeded in this run:", report.Durations().Select(RowOf));
        Add("Ended before", "", report.Tasks.Where(task => task.Reason is OutcomeReason.Resumed or OutcomeReason.CompletedBefore).Select(task => new[] { task.Task, OutcomeText.Of(task.Outcome), OutcomeText.Of(task.Reason) }));
        Add("Faults of listeners", "They change nothing in the run:", report.ListenerFaults.Select(fault => new[] { fault.GetType().Name, fault.Message }));
        return notes;

        void Add(string title, string intro, IEnumerable<string[]> found)
        {
            string[][] rows = [.. found];
            if (rows.Length > 0) notes.Add(new GanttNote(title, intro, rows.Length, rows));
        }
    }

    private static string WhyNot(TaskReport task)
    {
        var why = OutcomeText.Of(task.Reason);
        return task.Failure is null || task.Reason == OutcomeReason.Resumed ? why : $"{why}; at {task.Agent}, {PlanSummary.Count(task.Attempts, "attempt")}: {task.Failure.Message}";
    }

    private static string[] RowOf(ObservedDuration duration) =>
    [
        duration.Agent,
        duration.Type,
        PlanSummary.Count(duration.Tasks, "task"),
        DurationText.Of(duration.Mean) + (duration.MeanEstimate is { } estimate ? $", estimated {DurationText.Of(estimate)}" : ", no estimate"),
    ];
}
