using System.Globalization;

namespace Halo.Reporting;

/// <summary>
/// Writes plans. Ids and explanations are escaped for each format, so that no input can break out of its place. The same
/// plan gives the same text, byte for byte, with <c>\n</c> line ends on every system.
/// </summary>
public static class PlanWriter
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The plan as a report for people. O(tasks).</summary>
    public static string ToText(this RoutingPlan plan) => ToString(plan, PlanFormat.Text);

    /// <summary>The plan for programs, as <c>schemas/plan.schema.json</c> describes it. O(tasks).</summary>
    public static string ToJson(this RoutingPlan plan) => ToString(plan, PlanFormat.Json);

    /// <summary>The plan as a Markdown table, a row for each task. O(tasks).</summary>
    public static string ToMarkdown(this RoutingPlan plan) => ToString(plan, PlanFormat.Markdown);

    /// <summary>The plan as a Mermaid flowchart. O(tasks + dependencies).</summary>
    /// <remarks>Mermaid itself draws at most 500 arrows unless its <c>maxEdges</c> is raised; Graphviz has no such limit.</remarks>
    public static string ToMermaid(this RoutingPlan plan) => ToString(plan, PlanFormat.Mermaid);

    /// <summary>The plan as a Graphviz digraph. O(tasks + dependencies).</summary>
    public static string ToDot(this RoutingPlan plan) => ToString(plan, PlanFormat.Dot);

    /// <summary>Writes the plan piece by piece, so that its whole text is never in memory. O(tasks + dependencies).</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writer">Where to write; it is neither flushed nor closed.</param>
    /// <param name="format">The form.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of <see cref="PlanFormat"/>.</exception>
    public static void WriteTo(this RoutingPlan plan, TextWriter writer, PlanFormat format)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(writer);
        switch (format)
        {
            case PlanFormat.Text: TextReport.Write(plan, writer); break;
            case PlanFormat.Markdown: MarkdownReport.Write(plan, writer); break;
            case PlanFormat.Mermaid: MermaidReport.Write(new PlanPicture(plan), writer); break;
            case PlanFormat.Dot: DotReport.Write(new PlanPicture(plan), writer); break;
            case PlanFormat.Json:
                using (var stream = new TextWriterStream(writer)) PlanJsonReport.Write(plan, stream);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format.");
        }
    }

    /// <summary>Writes the plan in UTF-8 without a byte order mark, piece by piece. O(tasks + dependencies).</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="format">The form.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of <see cref="PlanFormat"/>.</exception>
    public static void WriteTo(this RoutingPlan plan, Stream stream, PlanFormat format)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(stream);
        if (format == PlanFormat.Json)
        {
            PlanJsonReport.Write(plan, stream);
            return;
        }

        using var writer = new StreamWriter(stream, Utf8.WithoutMark, BufferSize, leaveOpen: true);
        plan.WriteTo(writer, format);
    }

    private static string ToString(RoutingPlan plan, PlanFormat format)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        plan.WriteTo(writer, format);
        return writer.ToString();
    }
}
