using System.Globalization;

namespace Halo.Reporting;

/// <summary>
/// Writes schedules. Ids and sentences are escaped for each format, so that no input can break out of its place. The same
/// schedule gives the same text, byte for byte, with <c>\n</c> line ends on every system.
/// </summary>
public static class ScheduleWriter
{
    /// <summary>The width of a text report in columns where none is given.</summary>
    public const int DefaultWidth = 100;

    private const int BufferSize = 64 * 1024;

    /// <summary>The schedule as a report for people, with a Gantt chart in characters. O(tasks log tasks + edges).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="width">The columns of a line, from 40 to 400; only long names and sentences go beyond.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of its range.</exception>
    public static string ToText(this Schedule schedule, int width = DefaultWidth) => ToString(schedule, ScheduleFormat.Text, width);

    /// <summary>The schedule for programs, as <c>schemas/schedule.schema.json</c> describes it. O(tasks log tasks + edges).</summary>
    public static string ToJson(this Schedule schedule) => ToString(schedule, ScheduleFormat.Json);

    /// <summary>The schedule as a Gantt chart in one HTML file: zoom, details of each task, light and dark. O(tasks log tasks + edges).</summary>
    public static string ToHtml(this Schedule schedule) => ToString(schedule, ScheduleFormat.Html);

    /// <summary>The schedule as a Mermaid flowchart. O(tasks log tasks + edges).</summary>
    /// <remarks>Mermaid itself draws at most 500 arrows unless its <c>maxEdges</c> is raised; Graphviz has no such limit.</remarks>
    public static string ToMermaid(this Schedule schedule) => ToString(schedule, ScheduleFormat.Mermaid);

    /// <summary>The schedule as a Graphviz digraph. O(tasks log tasks + edges).</summary>
    public static string ToDot(this Schedule schedule) => ToString(schedule, ScheduleFormat.Dot);

    /// <summary>Writes the schedule piece by piece, so that its whole text is never in memory.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="writer">Where to write; it is neither flushed nor closed.</param>
    /// <param name="format">The form.</param>
    /// <param name="width">The columns of a text report, from 40 to 400; other forms have no use for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of <see cref="ScheduleFormat"/>, or the width is out of its range.</exception>
    public static void WriteTo(this Schedule schedule, TextWriter writer, ScheduleFormat format, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, ScheduleTextReport.Narrowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, ScheduleTextReport.Widest);
        switch (format)
        {
            case ScheduleFormat.Text: new ScheduleTextReport(schedule, width, new PlainPen(writer)).Write(); break;
            case ScheduleFormat.Mermaid: MermaidReport.Write(new SchedulePicture(schedule), writer); break;
            case ScheduleFormat.Dot: DotReport.Write(new SchedulePicture(schedule), writer); break;
            case ScheduleFormat.Json or ScheduleFormat.Html:
                using (var stream = new TextWriterStream(writer)) WriteBytes(schedule, stream, format);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format.");
        }
    }

    /// <summary>Writes the schedule in UTF-8 without a byte order mark, piece by piece.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="format">The form.</param>
    /// <param name="width">The columns of a text report, from 40 to 400; other forms have no use for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of <see cref="ScheduleFormat"/>, or the width is out of its range.</exception>
    public static void WriteTo(this Schedule schedule, Stream stream, ScheduleFormat format, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(stream);
        if (format is ScheduleFormat.Json or ScheduleFormat.Html)
        {
            WriteBytes(schedule, stream, format);
            return;
        }

        using var writer = new StreamWriter(stream, Utf8.WithoutMark, BufferSize, leaveOpen: true);
        schedule.WriteTo(writer, format, width);
    }

    private static void WriteBytes(Schedule schedule, Stream stream, ScheduleFormat format)
    {
        if (format == ScheduleFormat.Json) ScheduleJsonReport.Write(schedule, stream);
        else GanttReport.Write(ScheduleGantt.Of(schedule), stream);
    }

    private static string ToString(Schedule schedule, ScheduleFormat format, int width = DefaultWidth)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        schedule.WriteTo(writer, format, width);
        return writer.ToString();
    }
}
