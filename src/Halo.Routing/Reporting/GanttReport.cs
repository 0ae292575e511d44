using System.Globalization;
using System.Net;

namespace Halo.Routing;

/// <summary>
/// A schedule as a Gantt chart in one HTML file. The page's own words are escaped for HTML, the schedule is JSON in a
/// script element whose text has no character that could end it.
/// </summary>
internal static class GanttReport
{
    private static readonly string[] Scripts = ["model.js", "draw.js", "marks.js", "act.js"];

    public static void Write(Schedule schedule, Stream stream)
    {
        var story = new ScheduleStory(schedule);
        using (var writer = new StreamWriter(stream, PlanWriter.Utf8, leaveOpen: true))
        {
            WriteHead(schedule, story, writer);
            GanttTables.Write(schedule, story, writer);
            writer.Write("<footer>Red is the critical path, the dashed line the lower bound. Times count from the start of the schedule. Slack is how much later a task could finish without moving the makespan, every slot's order kept.</footer>\n");
            writer.Write("<script type=\"application/json\" id=\"schedule\">\n");
        }

        GanttData.Write(story, stream);
        using var end = new StreamWriter(stream, PlanWriter.Utf8, leaveOpen: true);
        end.Write("</script>\n<script>\n'use strict';\n(() => {\n");
        foreach (var script in Scripts) end.Write(Resource(script));
        end.Write("})();\n</script>\n</body>\n</html>\n");
    }

    /// <summary>Text of unknown origin between tags and in attributes.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));

    private static void WriteHead(Schedule schedule, ScheduleStory story, StreamWriter writer)
    {
        var agents = schedule.Utilisation.Count(agent => agent.Tasks > 0);
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write($"<title>Schedule: {PlanSummary.Count(schedule.ScheduledCount, "task")}, {DurationText.Of(schedule.Makespan)}</title>\n<style>\n{Resource("gantt.css")}</style>\n</head>\n<body>\n");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<header><h1>Schedule</h1><p>{PlanSummary.Count(schedule.ScheduledCount, "task")} on {agents} of {PlanSummary.Count(schedule.Plan.Agents.Count, "agent")}</p></header>\n"));
        writer.Write("<section class=\"cards\" aria-label=\"Figures\">");
        WriteCard(writer, DurationText.Of(schedule.Makespan), "makespan");
        WriteCard(writer, DurationText.Of(schedule.LowerBound), "lower bound");
        WriteCard(writer, schedule.Gap == 0 ? "optimal" : ExplanationReport.Percent(schedule.Gap), "gap", schedule.Gap == 0 ? "good" : "");
        WriteCard(writer, story.CriticalPath.Count.ToString(CultureInfo.InvariantCulture), "on the critical path");
        if (schedule.Cost > 0) WriteCard(writer, schedule.Cost.ToString("0.##", CultureInfo.InvariantCulture), "cost");
        if (schedule.Unscheduled.Count > 0) WriteCard(writer, schedule.Unscheduled.Count.ToString(CultureInfo.InvariantCulture), "unscheduled", "bad");
        writer.Write("</section>\n");
        WriteChart(schedule, writer);
    }

    private static void WriteCard(StreamWriter writer, string figure, string what, string kind = "") =>
        writer.Write($"<div class=\"card {kind}\"><b>{figure}</b>{what}</div>");

    private static void WriteChart(Schedule schedule, StreamWriter writer)
    {
        writer.Write("<section class=\"panel chart\" aria-label=\"Gantt chart\">\n<div class=\"tools\">");
        WriteButton(writer, "closer", "Zoom in", "+");
        WriteButton(writer, "farther", "Zoom out", "−");
        WriteButton(writer, "whole", "Show the whole schedule", "Whole");
        WriteButton(writer, "critical", "Go to the next task of the critical path", "Next critical");
        writer.Write("<form id=\"search\" role=\"search\"><input id=\"find\" type=\"search\" placeholder=\"Find a task\" aria-label=\"Find a task by its id\"> <span id=\"found\" role=\"status\"></span></form>");
        writer.Write("<span class=\"hint\">drag to pan · Ctrl + wheel to zoom · arrow keys from task to task · C for the critical path</span></div>\n");
        writer.Write($"<div class=\"frame\" id=\"frame\" tabindex=\"0\" role=\"application\" aria-label=\"Gantt chart of {PlanSummary.Count(schedule.ScheduledCount, "task")}. Arrow keys go from task to task, C along the critical path, plus and minus zoom, 0 shows all.\">");
        writer.Write("<canvas id=\"chart\"></canvas><div id=\"filler\"></div></div>\n<canvas id=\"overview\" role=\"img\" aria-label=\"How many tasks run over time, and the part in view\"></canvas>\n");
        writer.Write("</section>\n<div id=\"tip\" role=\"status\" aria-live=\"polite\" hidden></div>\n<noscript><p class=\"panel\">The chart needs JavaScript; the tables below do not.</p></noscript>\n");
    }

    private static void WriteButton(StreamWriter writer, string id, string title, string text) =>
        writer.Write($"<button type=\"button\" id=\"{id}\" title=\"{title}\" aria-label=\"{title}\">{text}</button>");

    private static string Resource(string name)
    {
        using var stream = typeof(GanttReport).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
