using System.Globalization;

namespace Halo.Routing;

/// <summary>A plan as a Graphviz digraph. Nodes have names of their own, so that an id is only ever a quoted label.</summary>
internal static class DotReport
{
    private const string Unassigned = "style=\"rounded,filled,dashed\", fillcolor=\"#ffffff\", color=\"#d62728\", fontcolor=\"#d62728\", penwidth=1.5";
    private const string Completed = "fillcolor=\"#eeeeee\", color=\"#bbbbbb\", fontcolor=\"#777777\"";

    public static void Write(RoutingPlan plan, TextWriter writer)
    {
        var colours = new AgentColours(plan);
        var text = new DecisionText();
        writer.Write("digraph plan {\n");
        writer.Write("  rankdir=LR;\n");
        writer.Write("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, margin=\"0.15,0.08\"];\n");
        writer.Write("  edge [color=\"#888888\", arrowsize=0.7];\n");
        foreach (var task in plan.Graph.Order)
        {
            var decision = plan[task];
            WriteNode(writer, task, decision, text.Of(decision, plan.Graph.TypeOf(task)), colours);
        }

        foreach (var task in plan.Graph.Order)
        {
            foreach (var next in plan.Graph.DependantsOf(task)) writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task} -> n{next};\n"));
        }

        WriteLegend(plan, writer, colours);
        writer.Write("}\n");
    }

    private static void WriteNode(TextWriter writer, int task, in TaskDecision decision, string why, AgentColours colours)
    {
        var (second, style) = decision switch
        {
            { Agent: { } agent } => (Escape(agent), StyleOf(colours.Of(agent))),
            { IsUnassigned: true } => (ReasonNames.Of(decision.Reason), Unassigned),
            _ => ("completed", Completed),
        };
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task} [label=\"{Escape(decision.Task)}\\n{second}\", tooltip=\"{Escape(why)}\", {style}];\n"));
    }

    private static void WriteLegend(RoutingPlan plan, TextWriter writer, AgentColours colours)
    {
        writer.Write("  subgraph cluster_legend {\n");
        writer.Write("    label=\"Agents\"; fontname=\"Helvetica,Arial,sans-serif\"; fontsize=11; color=\"#cccccc\"; style=rounded;\n");
        var number = 0;
        var workload = plan.Workload;
        foreach (var (agent, colour) in colours.Agents)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"    legend{number++} [label=\"{Escape(agent)}: {workload[agent]}\", {StyleOf(colour)}];\n"));
        }

        if (plan.UnassignedCount > 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"    legend{number} [label=\"unassigned: {plan.UnassignedCount}\", {Unassigned}];\n"));
        writer.Write("  }\n");
    }

    private static string StyleOf(int colour) => $"fillcolor=\"{AgentColours.Palette[colour].Fill}\", color=\"{AgentColours.Palette[colour].Border}\"";

    /// <summary>Text inside a quoted string that Graphviz shows as it is: neither escape sequences nor HTML entities.</summary>
    internal static string Escape(string text) => VisibleText.Of(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);
}
