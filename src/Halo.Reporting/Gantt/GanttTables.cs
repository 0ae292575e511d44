using System.Globalization;

namespace Halo.Reporting;

/// <summary>What stands below the chart: the agents, which are its legend, the critical path, and what is left over.</summary>
internal static class GanttTables
{
    private const int MostRows = 500;

    public static void Write(GanttChart chart, TextWriter writer)
    {
        writer.Write("<div class=\"columns\">\n");
        WriteAgents(chart, writer);
        if (chart.Path.Count > 0) WritePath(chart, writer);
        foreach (var note in chart.Notes) WriteNote(note, writer);
        writer.Write("</div>\n");
    }

    private static void WriteAgents(GanttChart chart, TextWriter writer)
    {
        var colors = ColorsOf(chart.Agents);
        writer.Write("<section class=\"panel\"><h2>Agents</h2><table><thead><tr><th>Agent</th><th class=\"figure\">Tasks</th><th class=\"figure\">Work</th><th class=\"figure\">Busy</th></tr></thead><tbody>\n");
        foreach (var agent in chart.Agents.OrderBy(agent => agent.Tasks == 0).Take(MostRows))
        {
            var (fill, border) = agent.Tasks > 0 ? AgentColors.Palette[colors.Of(agent.Agent)] : ("transparent", "#98a2b3");
            var name = GanttReport.Escape(agent.Agent);
            writer.Write($"<tr{(agent.Tasks > 0 ? "" : " class=\"idle\"")}><td class=\"name\" title=\"{name}\"><span class=\"swatch\" style=\"--fill:{fill};--border:{border}\"></span>{name}</td>");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"figure\">{agent.Tasks}</td><td class=\"figure\">{DurationText.Of(agent.Busy)}</td>"));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"figure\"><span class=\"bar\"><i style=\"width:{Math.Clamp(agent.Utilization, 0, 1) * 100:0.#}%\"></i></span>{ExplanationReport.Percent(agent.Utilization)}</td></tr>\n"));
        }

        WriteRest(writer, chart.Agents.Count, "<tr><td colspan=\"4\">", "</td></tr>");
        writer.Write("</tbody></table></section>\n");
    }

    /// <summary>The colors of the agents that have tasks.</summary>
    public static AgentColors ColorsOf(IEnumerable<AgentUtilization> agents) => new(agents.Where(agent => agent.Tasks > 0).Select(agent => agent.Agent));

    private static void WritePath(GanttChart chart, TextWriter writer)
    {
        writer.Write($"<section class=\"panel\"><h2>{GanttReport.Escape(chart.PathTitle)}</h2><ol id=\"path\">\n");
        foreach (var (number, step) in chart.Path.Take(MostRows).Index())
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<li><button type=\"button\" data-step=\"{number}\">{GanttReport.Escape(step.Label)}</button> <span>{GanttReport.Escape(step.Agent)}, at {DurationText.OfSeconds(step.StartSeconds)} for {DurationText.OfSeconds(step.FinishSeconds - step.StartSeconds)}</span></li>\n"));
        }

        WriteRest(writer, chart.Path.Count, "<li>", "</li>");
        writer.Write("</ol></section>\n");
    }

    private static void WriteNote(GanttNote note, TextWriter writer)
    {
        var rows = note.Rows.Take(MostRows).ToArray();
        var isList = rows.All(row => row.Length == 1);
        writer.Write($"<section class=\"panel\"><h2>{GanttReport.Escape(note.Title)}</h2>{(note.Intro.Length > 0 ? $"<p>{GanttReport.Escape(note.Intro)}</p>" : "")}{(isList ? "<ul>" : "<table class=\"notes\"><tbody>")}\n");
        foreach (var row in rows) writer.Write(isList ? $"<li>{GanttReport.Escape(row[0])}</li>\n" : $"<tr>{string.Concat(row.Select(cell => $"<td>{GanttReport.Escape(cell)}</td>"))}</tr>\n");
        if (isList) WriteRest(writer, note.Count, "<li>", "</li>");
        else WriteRest(writer, note.Count, "<tr><td colspan=\"4\">", "</td></tr>");
        writer.Write(isList ? "</ul></section>\n" : "</tbody></table></section>\n");
    }

    private static void WriteRest(TextWriter writer, int count, string before, string behind)
    {
        if (count > MostRows) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{before}... {count - MostRows} more{behind}\n"));
    }
}
