using System.Globalization;
using System.Text;

namespace Halo.Routing;

/// <summary>A plan as a Mermaid flowchart. Nodes have names of their own, so that an id is only ever a quoted label.</summary>
internal static class MermaidReport
{
    public static void Write(RoutingPlan plan, TextWriter writer)
    {
        var colours = new AgentColours(plan);
        writer.Write("flowchart LR\n");
        for (var colour = 0; colour < colours.Count; colour++)
        {
            var (fill, border) = AgentColours.Palette[colour];
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  classDef agent{colour} fill:{fill},stroke:{border},color:#000000\n"));
        }

        writer.Write("  classDef completed fill:#eeeeee,stroke:#bbbbbb,color:#777777\n");
        writer.Write("  classDef unassigned fill:#ffffff,stroke:#d62728,color:#d62728,stroke-width:2px,stroke-dasharray:6 4\n");
        foreach (var task in plan.Graph.Order) WriteNode(writer, task, plan[task], colours);
        foreach (var task in plan.Graph.Order)
        {
            foreach (var next in plan.Graph.DependantsOf(task)) writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task} --> n{next}\n"));
        }
    }

    private static void WriteNode(TextWriter writer, int task, in TaskDecision decision, AgentColours colours)
    {
        var (second, style) = decision switch
        {
            { Agent: { } agent } => (Escape(agent), string.Create(CultureInfo.InvariantCulture, $"agent{colours.Of(agent)}")),
            { IsUnassigned: true } => (ReasonNames.Of(decision.Reason), "unassigned"),
            _ => ("completed", "completed"),
        };
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  n{task}[\"{Escape(decision.Task)}<br/>{second}\"]:::{style}\n"));
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
