using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>What a run would do: the schedule by start, with the command of each task.</summary>
internal static class DryRun
{
    public static void Write(Schedule schedule, ExecCommands commands, RunOptions options, TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PlanSummary.Count(schedule.ScheduledCount, "task")} in {schedule.Makespan.TotalSeconds:0.0} s by the estimates and the capacity of the agents{(options.MaxConcurrentTasks is { } jobs ? $", at most {jobs} at one time" : "")}"));
        var (tasks, agents) = (0, 0);
        foreach (var task in schedule.Tasks) (tasks, agents) = (Math.Max(tasks, VisibleText.Of(task.Task).Length), Math.Max(agents, VisibleText.Of(task.Agent).Length));
        foreach (var task in schedule.Tasks)
        {
            schedule.Graph.TryGetIndex(task.Task, out var index);
            var words = commands.Of(task.Agent)!.WordsFor(schedule.Graph, index, task.Agent, attempt: 1);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{task.Start.TotalSeconds,10:0.0} {task.Finish.TotalSeconds,10:0.0}  {VisibleText.Of(task.Task).PadRight(tasks)}  {VisibleText.Of(task.Agent).PadRight(agents)}  {VisibleText.Of(string.Join(' ', words))}"));
        }

        foreach (var task in schedule.Unscheduled)
        {
            writer.WriteLine(VisibleText.Of($"  {task.Task} is not run: {WhyNot(task)}"));
        }
    }

    private static string WhyNot(UnscheduledTask task) => task.Reason switch
    {
        UnscheduledReason.Unassigned => "it has no agent",
        UnscheduledReason.Blocked => $"it waits for {task.BlockedBy}",
        _ => "only a failure lets it begin",
    };
}
