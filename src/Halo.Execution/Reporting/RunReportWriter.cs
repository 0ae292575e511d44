using System.Globalization;

namespace Halo.Execution;

/// <summary>Writes what happened in a run as a page. Texts are escaped, so that no id, name or message can break out of its place.</summary>
public static class RunReportWriter
{
    /// <summary>
    /// The run as a Gantt chart in one HTML file that needs no other: a bar for each attempt, failed and interrupted ones
    /// marked, what the end waited for, and tables of what was not done and why. O(attempts log attempts + edges).
    /// </summary>
    /// <param name="report">The run; also one that failed or was cancelled.</param>
    /// <param name="planned">What was planned, to stand beside what happened; null for nothing.</param>
    /// <exception cref="ArgumentException">The schedule is of another graph.</exception>
    public static string ToHtml(this RunReport report, Schedule? planned = null)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var stream = new TextWriterStream(writer)) report.WriteHtml(stream, planned);
        return writer.ToString();
    }

    /// <summary>Writes the same in UTF-8 without a byte order mark, piece by piece.</summary>
    /// <param name="report">The run; also one that failed or was cancelled.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="planned">What was planned, to stand beside what happened; null for nothing.</param>
    /// <exception cref="ArgumentException">The schedule is of another graph.</exception>
    public static void WriteHtml(this RunReport report, Stream stream, Schedule? planned = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        if (planned is not null && !ReferenceEquals(planned.Graph, report.Plan.Graph)) throw new ArgumentException("The schedule is of another graph than the run.", nameof(planned));
        GanttReport.Write(RunChart.Of(report, planned), stream);
    }
}
