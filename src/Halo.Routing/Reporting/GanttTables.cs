using System.Globalization;

namespace Halo.Routing;

/// <summary>What stands below the chart: the agents, which are its legend, the critical path, and what is left over.</summary>
internal static class GanttTables
{
    private const int MostRows = 500;

    public static void Write(Schedule schedule, ScheduleStory story, TextWriter writer)
    {
        writer.Write("<div class=\"columns\">\n");
        WriteAgents(schedule, writer);
        if (story.CriticalPath.Count > 0) WriteCriticalPath(story, writer);
        if (schedule.Unscheduled.Count > 0) WriteUnscheduled(schedule, writer);
        if (schedule.WithDefaultEstimate.Count > 0) WriteDefaultEstimates(schedule, writer);
        writer.Write("</div>\n");
    }

    private static void WriteAgents(Schedule schedule, TextWriter writer)
    {
        var colours = ColoursOf(schedule);
        writer.Write("<section class=\"panel\"><h2>Agents</h2><table><thead><tr><th>Agent</th><th class=\"figure\">Tasks</th><th class=\"figure\">Work</th><th class=\"figure\">Busy</th></tr></thead><tbody>\n");
        foreach (var agent in schedule.Utilisation.OrderBy(agent => agent.Tasks == 0).Take(MostRows))
        {
            var (fill, border) = agent.Tasks > 0 ? AgentColours.Palette[colours.Of(agent.Agent)] : ("transparent", "#98a2b3");
            var name = GanttReport.Escape(agent.Agent);
            writer.Write($"<tr{(agent.Tasks > 0 ? "" : " class=\"idle\"")}><td class=\"name\" title=\"{name}\"><span class=\"swatch\" style=\"--fill:{fill};--border:{border}\"></span>{name}</td>");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"figure\">{agent.Tasks}</td><td class=\"figure\">{DurationText.Of(agent.Busy)}</td>"));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"figure\"><span class=\"bar\"><i style=\"width:{Math.Clamp(agent.Utilisation, 0, 1) * 100:0.#}%\"></i></span>{ExplanationReport.Percent(agent.Utilisation)}</td></tr>\n"));
        }

        WriteRest(writer, schedule.Plan.Agents.Count, "<tr><td colspan=\"4\">", "</td></tr>");
        writer.Write("</tbody></table></section>\n");
    }

    /// <summary>The colours of the agents that have tasks.</summary>
    public static AgentColours ColoursOf(Schedule schedule) => new(schedule.Utilisation.Where(agent => agent.Tasks > 0).Select(agent => agent.Agent));

    private static void WriteCriticalPath(ScheduleStory story, TextWriter writer)
    {
        writer.Write("<section class=\"panel\"><h2>Critical path</h2><ol id=\"path\">\n");
        foreach (var (step, task) in story.CriticalPath.Take(MostRows).Index())
        {
            var place = story.Schedule[task];
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<li><button type=\"button\" data-step=\"{step}\">{GanttReport.Escape(place.Task)}</button> <span>{GanttReport.Escape(place.Agent)}, at {DurationText.Of(place.Start)} for {DurationText.Of(place.Finish - place.Start)}</span></li>\n"));
        }

        WriteRest(writer, story.CriticalPath.Count, "<li>", "</li>");
        writer.Write("</ol></section>\n");
    }

    private static void WriteUnscheduled(Schedule schedule, TextWriter writer)
    {
        var decisions = new DecisionText();
        writer.Write("<section class=\"panel\"><h2>Unscheduled</h2><table><tbody>\n");
        foreach (var task in schedule.Unscheduled.Take(MostRows))
        {
            writer.Write($"<tr><td>{GanttReport.Escape(task.Task)}</td><td>{GanttReport.Escape(ScheduleLeftovers.WhyNot(schedule, task, decisions))}</td></tr>\n");
        }

        WriteRest(writer, schedule.Unscheduled.Count, "<tr><td colspan=\"2\">", "</td></tr>");
        writer.Write("</tbody></table></section>\n");
    }

    private static void WriteDefaultEstimates(Schedule schedule, TextWriter writer)
    {
        var tasks = schedule.WithDefaultEstimate;
        writer.Write($"<section class=\"panel\"><h2>Without an estimate</h2><p>Taken as {DurationText.Of(schedule.Options.DefaultEstimate)}:</p><ul>\n");
        foreach (var task in tasks.Take(MostRows)) writer.Write($"<li>{GanttReport.Escape(task)}</li>\n");
        WriteRest(writer, tasks.Count, "<li>", "</li>");
        writer.Write("</ul></section>\n");
    }

    private static void WriteRest(TextWriter writer, int count, string before, string behind)
    {
        if (count > MostRows) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{before}... {count - MostRows} more{behind}\n"));
    }
}
