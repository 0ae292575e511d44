using System.Globalization;
using System.Text;

namespace Halo.Reporting;

/// <summary>A picture of a graph as a Mermaid flowchart. Nodes have names of their own, so that an id is only ever a quoted label.</summary>
internal static class MermaidReport
{
    private const string Critical = "stroke:#c4292e,stroke-width:4px";

    public static void Write(GraphPicture picture, TextWriter writer)
    {
        writer.Write("flowchart LR\n");
        for (var color = 0; color < picture.Colors.Count; color++)
        {
            var (fill, border) = AgentColors.Palette[color];
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  classDef agent{color} fill:{fill},stroke:{border},color:#000000\n"));
        }

        writer.Write("  classDef completed fill:#eeeeee,stroke:#bbbbbb,color:#777777\n");
        writer.Write("  classDef unassigned fill:#ffffff,stroke:#d62728,color:#d62728,stroke-width:2px,stroke-dasharray:6 4\n");
        foreach (var task in picture.Graph.Order) WriteNode(writer, task, picture.Graph.IdOf(task), picture.NodeOf(task), picture.Colors);
        WriteArrows(picture, writer);
    }

    private static void WriteArrows(GraphPicture picture, TextWriter writer)
    {
        // Mermaid knows an arrow only by its number.
        var (number, critical) = (0, new List<int>());
        foreach (var task in picture.Graph.Order)
        {
            foreach (var next in picture.Graph.DependantsOf(task))
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task} --> n{next}\n"));
                if (picture.IsCritical(task, next)) critical.Add(number);
                number++;
            }
        }

        foreach (var (from, to) in picture.Handovers)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{from} -.-> n{to}\n"));
            critical.Add(number++);
        }

        if (critical.Count > 0) writer.Write($"  linkStyle {string.Join(',', critical)} {Critical}\n");
    }

    private static void WriteNode(TextWriter writer, int task, string id, in PictureNode node, AgentColors colors)
    {
        var style = node.Agent is { } agent ? string.Create(CultureInfo.InvariantCulture, $"agent{colors.Of(agent)}") : node.IsLeftOut ? "unassigned" : "completed";
        var label = string.Join("<br/>", node.Lines.Prepend(id).Select(Escape));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task}[\"{label}\"]:::{style}\n"));
        if (node.IsCritical) writer.Write(string.Create(CultureInfo.InvariantCulture, $"  style n{task} {Critical}\n"));
    }

    /// <summary>
    /// Text inside a quoted label: everything but letters, digits and harmless punctuation is an entity code, since
    /// Mermaid looks for directives, styles and formulas in labels too.
    /// </summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in VisibleText.Of(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '_' or '-' or '.' or ',' or '/' or '+' or '=' or '(' or ')' or '!' or '?' or '\'') escaped.Append(rune);
            else escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }
}
