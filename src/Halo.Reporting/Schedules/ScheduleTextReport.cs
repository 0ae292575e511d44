using System.Globalization;

namespace Halo.Reporting;

/// <summary>A schedule for people: figures, a chart, the critical path, the agents, and what is left over.</summary>
public sealed class ScheduleTextReport(Schedule schedule, int width, IReportPen pen)
{
    /// <summary>The smallest width in columns.</summary>
    public const int Narrowest = 40;
    /// <summary>The largest width in columns.</summary>
    public const int Widest = 400;

    private const int MostRows = 30;
    private const int WidestName = 48;

    private readonly ScheduleStory _story = new(schedule);

    /// <summary>Writes the report. O(tasks log tasks + edges).</summary>
    public void Write()
    {
        WriteHead();
        new GanttChartText(_story, width, pen).Write();
        WriteCriticalPath();
        WriteAgents();
        new ScheduleLeftovers(schedule, pen).Write();
    }

    private void WriteHead()
    {
        var completed = schedule.Graph.Count - schedule.ScheduledCount - schedule.Unscheduled.Count;
        var done = completed > 0 ? string.Create(CultureInfo.InvariantCulture, $"{completed} completed, ") : "";
        var agents = schedule.Utilization().Count(agent => agent.Tasks > 0);
        pen.Write(
            string.Create(CultureInfo.InvariantCulture, $"{PlanSummary.Count(schedule.Graph.Count, "task")}: {schedule.ScheduledCount} scheduled on {agents} of {PlanSummary.Count(schedule.Plan.Agents.Count, "agent")}, {done}{schedule.Unscheduled.Count} unscheduled"),
            schedule.Unscheduled.Count > 0 ? ReportTone.Warning : ReportTone.Heading);
        pen.EndLine();
        pen.EndLine();
        var before = schedule.SelectedMakespan();
        var improved = schedule.Makespan < before ? $", improved from {DurationText.Of(before)}" : "";
        WriteFigure("Makespan", DurationText.Exact(schedule.Makespan) + improved);
        WriteFigure("Lower bound", DurationText.Exact(schedule.LowerBound));
        WriteFigure("Gap", schedule.Gap == 0 ? "none: no schedule is shorter" : $"{ExplanationReport.Percent(schedule.Gap)} at most");
        if (schedule.Cost > 0) WriteFigure("Cost", string.Create(CultureInfo.InvariantCulture, $"{schedule.Cost:0.###}"));
    }

    private void WriteFigure(string name, string figure)
    {
        pen.Write(name.PadRight(13), ReportTone.Faint);
        pen.Write(figure);
        pen.EndLine();
    }

    private void WriteCriticalPath()
    {
        var path = _story.CriticalPath;
        if (path.Count == 0) return;
        WriteHeading($"Critical path, {PlanSummary.Count(path.Count, "task")}");
        var half = path.Count <= MostRows ? path.Count : MostRows / 2;
        int[] shown = path.Count <= MostRows ? [.. path] : [.. path.Take(half), .. path.Skip(path.Count - half)];
        var taskWidth = shown.Max(task => TaskOf(task).Length);
        var agentWidth = shown.Max(task => AgentOf(task).Length);
        for (var i = 0; i < shown.Length; i++)
        {
            if (i == half) WriteNote($"... {path.Count - shown.Length} more");
            pen.Write($"  {TaskOf(shown[i]).PadRight(taskWidth)}  ", ReportTone.Critical);
            pen.WriteOf(AgentOf(shown[i]).PadRight(agentWidth), schedule.AgentOf(shown[i]));
            var place = schedule[shown[i]];
            pen.Write($"  at {DurationText.Of(place.Start)} for {DurationText.Of(place.Finish - place.Start)}");
            pen.EndLine();
        }
    }

    private void WriteAgents()
    {
        const int BarWidth = 20;
        var all = schedule.Utilization().Index().Where(agent => agent.Item.Tasks > 0).ToArray();
        if (all.Length == 0) return;
        WriteHeading("Agents");
        var shown = all.OrderByDescending(agent => agent.Item.Busy).Take(MostRows).OrderBy(agent => agent.Index).ToArray();
        var nameWidth = shown.Max(agent => NameOf(agent.Item.Agent).Length);
        foreach (var (position, agent) in shown)
        {
            var full = Math.Clamp((int)Math.Round(agent.Utilization * BarWidth), 0, BarWidth);
            pen.WriteOf($"  {NameOf(agent.Agent).PadRight(nameWidth)}  ", position);
            pen.WriteOf(new string('█', full), position);
            pen.Write(new string('░', BarWidth - full), ReportTone.Faint);
            pen.Write($"  {ExplanationReport.Percent(agent.Utilization),7}  {PlanSummary.Count(agent.Tasks, "task")}, {DurationText.Of(agent.Busy)} of work");
            pen.EndLine();
        }

        if (all.Length > shown.Length) WriteNote($"... {all.Length - shown.Length} that do less");
    }

    private void WriteHeading(string text)
    {
        pen.EndLine();
        pen.Write(text, ReportTone.Heading);
        pen.EndLine();
    }

    private void WriteNote(string text)
    {
        pen.Write($"  {text}", ReportTone.Faint);
        pen.EndLine();
    }

    private string TaskOf(int task) => NameOf(schedule.Graph.IdOf(task));

    private string AgentOf(int task) => NameOf(schedule.Plan.Agents[schedule.AgentOf(task)].Name);

    private static string NameOf(string name) => ShortText.Of(VisibleText.Of(name), WidestName);
}
