using System.Globalization;

namespace Halo.Reporting;

/// <summary>What a reader of a schedule should know besides: the tasks that are not in it, and those whose time is a guess.</summary>
public sealed class ScheduleLeftovers(Schedule schedule, IReportPen pen)
{
    private const int MostRows = 30;
    private const int MostNames = 12;
    private const int WidestName = 48;

    private readonly DecisionText _decisions = new();

    /// <summary>Writes both lists, where they are not empty.</summary>
    public void Write()
    {
        if (schedule.Unscheduled.Count > 0) WriteUnscheduled();
        if (schedule.WithDefaultEstimate().Count > 0) WriteDefaultEstimates();
    }

    /// <summary>Why a task is not in a schedule, in a sentence.</summary>
    public static string WhyNot(Schedule schedule, UnscheduledTask task, DecisionText decisions)
    {
        schedule.Graph.TryGetIndex(task.Task, out var index);
        return task.Reason switch
        {
            UnscheduledReason.Unassigned => decisions.Of(schedule.Plan[index], schedule.Graph.TypeOf(index)),
            UnscheduledReason.SuccessRate => string.Create(CultureInfo.InvariantCulture, $"No agent that may do it has a success rate of {schedule.Options.MinSuccessRate:0.####}."),
            UnscheduledReason.NoCapacity => "Every agent that may do it has as many tasks as it takes.",
            UnscheduledReason.Blocked => $"It depends on '{task.BlockedBy}', which is not scheduled.",
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Reason, null),
        };
    }

    private void WriteUnscheduled()
    {
        pen.EndLine();
        pen.Write("Unscheduled", ReportTone.Warning);
        pen.EndLine();
        var shown = schedule.Unscheduled.Take(MostRows).ToArray();
        var nameWidth = shown.Max(task => NameOf(task.Task).Length);
        foreach (var task in shown)
        {
            pen.Write($"  {NameOf(task.Task).PadRight(nameWidth)}", ReportTone.Warning);
            pen.Write($"  {VisibleText.Of(WhyNot(schedule, task, _decisions))}");
            pen.EndLine();
        }

        if (shown.Length == schedule.Unscheduled.Count) return;
        pen.Write($"  ... {schedule.Unscheduled.Count - shown.Length} more", ReportTone.Faint);
        pen.EndLine();
    }

    private void WriteDefaultEstimates()
    {
        var tasks = schedule.WithDefaultEstimate();
        pen.EndLine();
        pen.Write($"{PlanSummary.Count(tasks.Count, "task")} without an estimate, taken as {DurationText.Of(schedule.Options.DefaultEstimate)}: ", ReportTone.Faint);
        pen.Write(string.Join(", ", tasks.Take(MostNames).Select(NameOf)) + (tasks.Count > MostNames ? $" and {tasks.Count - MostNames} more" : ""));
        pen.EndLine();
    }

    private static string NameOf(string name) => ShortText.Of(VisibleText.Of(name), WidestName);
}
