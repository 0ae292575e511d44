using System.Net;

namespace Halo.Reporting;

/// <summary>
/// A Gantt chart in one HTML file. All words are escaped for HTML, the bars are JSON in a
/// script element whose text has no character that could end it.
/// </summary>
public static class GanttReport
{
    private static readonly string[] Scripts = ["model.js", "draw.js", "marks.js", "act.js"];

    /// <summary>Writes the page in UTF-8 without a byte order mark, piece by piece. O(bars).</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    public static void Write(GanttChart chart, Stream stream)
    {
        using (var writer = new StreamWriter(stream, Utf8.WithoutMark, leaveOpen: true))
        {
            WriteHead(chart, writer);
            GanttTables.Write(chart, writer);
            writer.Write($"<footer>{Escape(chart.Legend)}</footer>\n");
            writer.Write("<script type=\"application/json\" id=\"schedule\">\n");
        }

        GanttData.Write(chart, stream);
        using var end = new StreamWriter(stream, Utf8.WithoutMark, leaveOpen: true);
        end.Write("</script>\n<script>\n'use strict';\n(() => {\n");
        foreach (var script in Scripts) end.Write(Resource(script));
        end.Write("})();\n</script>\n</body>\n</html>\n");
    }

    /// <summary>Text of unknown origin between tags and in attributes.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));

    private static void WriteHead(GanttChart chart, StreamWriter writer)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write($"<title>{Escape(chart.Title)}</title>\n<style>\n{Resource("gantt.css")}</style>\n</head>\n<body>\n");
        writer.Write($"<header><h1>{Escape(chart.Heading)}</h1><p>{Escape(chart.Subject)}</p></header>\n");
        writer.Write("<section class=\"cards\" aria-label=\"Figures\">");
        foreach (var card in chart.Cards) writer.Write($"<div class=\"card {card.Kind}\"><b>{Escape(card.Figure)}</b>{Escape(card.What)}</div>");
        writer.Write("</section>\n");
        WriteChart(chart, writer);
    }

    private static void WriteChart(GanttChart chart, StreamWriter writer)
    {
        writer.Write("<section class=\"panel chart\" aria-label=\"Gantt chart\">\n<div class=\"tools\">");
        WriteButton(writer, "closer", "Zoom in", "+");
        WriteButton(writer, "farther", "Zoom out", "−");
        WriteButton(writer, "whole", "Show the whole time", "Whole");
        WriteButton(writer, "critical", "Go to the next task of the critical path", "Next critical");
        writer.Write("<form id=\"search\" role=\"search\"><input id=\"find\" type=\"search\" placeholder=\"Find a task\" aria-label=\"Find a task by its id\"> <span id=\"found\" role=\"status\"></span></form>");
        writer.Write("<span class=\"hint\">drag to pan · Ctrl + wheel to zoom · arrow keys from task to task · C for the critical path</span></div>\n");
        writer.Write($"<div class=\"frame\" id=\"frame\" tabindex=\"0\" role=\"application\" aria-label=\"Gantt chart of {Escape(chart.Subject)}. Arrow keys go from task to task, C along the critical path, plus and minus zoom, 0 shows all.\">");
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
