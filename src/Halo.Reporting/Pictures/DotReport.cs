using System.Globalization;

namespace Halo.Reporting;

/// <summary>A picture of a graph as a Graphviz digraph. Nodes have names of their own, so that an id is only ever a quoted label.</summary>
internal static class DotReport
{
    private const string LeftOut = "style=\"rounded,filled,dashed\", fillcolor=\"#ffffff\", color=\"#d62728\", fontcolor=\"#d62728\", penwidth=1.5";
    private const string Completed = "fillcolor=\"#eeeeee\", color=\"#bbbbbb\", fontcolor=\"#777777\"";
    private const string Critical = "color=\"#c4292e\", penwidth=3";

    public static void Write(GraphPicture picture, TextWriter writer)
    {
        writer.Write("digraph plan {\n");
        writer.Write("  rankdir=LR;\n");
        writer.Write("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, margin=\"0.15,0.08\"];\n");
        writer.Write("  edge [color=\"#888888\", arrowsize=0.7];\n");
        foreach (var task in picture.Graph.Order) WriteNode(writer, task, picture.Graph.IdOf(task), picture.NodeOf(task), picture.Colors);
        foreach (var task in picture.Graph.Order)
        {
            foreach (var next in picture.Graph.DependantsOf(task)) WriteArrow(writer, task, next, picture.IsCritical(task, next) ? $" [{Critical}]" : "");
        }

        foreach (var (from, to) in picture.Handovers) WriteArrow(writer, from, to, $" [{Critical}, style=dashed, constraint=false]");
        WriteLegend(picture, writer);
        writer.Write("}\n");
    }

    private static void WriteNode(TextWriter writer, int task, string id, in PictureNode node, AgentColors colors)
    {
        var style = node.Agent is { } agent ? StyleOf(colors.Of(agent)) : node.IsLeftOut ? LeftOut : Completed;
        if (node.IsCritical) style = $"fillcolor=\"{AgentColors.Palette[colors.Of(node.Agent!)].Fill}\", {Critical}";
        var label = string.Join("\\n", node.Lines.Prepend(id).Select(Escape));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task} [label=\"{label}\", tooltip=\"{Escape(node.Why)}\", {style}];\n"));
    }

    private static void WriteArrow(TextWriter writer, int from, int to, string style) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{from} -> n{to}{style};\n"));

    private static void WriteLegend(GraphPicture picture, TextWriter writer)
    {
        writer.Write("  subgraph cluster_legend {\n");
        writer.Write("    label=\"Agents\"; fontname=\"Helvetica,Arial,sans-serif\"; fontsize=11; color=\"#cccccc\"; style=rounded;\n");
        var number = 0;
        foreach (var (agent, color) in picture.Colors.Agents)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"    legend{number++} [label=\"{Escape(agent)}: {Escape(picture.LegendOf(agent))}\", {StyleOf(color)}];\n"));
        }

        if (picture.LegendOfOthers is { } others) writer.Write(string.Create(CultureInfo.InvariantCulture, $"    legend{number} [label=\"{Escape(others)}\", {LeftOut}];\n"));
        writer.Write("  }\n");
    }

    private static string StyleOf(int color) => $"fillcolor=\"{AgentColors.Palette[color].Fill}\", color=\"{AgentColors.Palette[color].Border}\"";

    /// <summary>Text inside a quoted string that Graphviz shows as it is: neither escape sequences nor HTML entities.</summary>
    internal static string Escape(string text) => VisibleText.Of(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);
}
