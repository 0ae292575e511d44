using System.Globalization;
using System.Text;

namespace Halo.Reporting;

/// <summary>A plan in one line of figures.</summary>
public static class PlanSummary
{
    /// <summary>"69 tasks, 16 agents, 18 waves: 65 assigned, 4 completed, 0 unassigned".</summary>
    /// <param name="plan">The plan.</param>
    public static string Of(RoutingPlan plan)
    {
        var graph = plan.Graph;
        var completed = graph.Count - plan.AssignedCount - plan.UnassignedCount;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Count(graph.Count, "task")}, {Count(plan.Agents.Count, "agent")}, {Count(graph.WaveCount, "wave")}: ");
        text.Append(CultureInfo.InvariantCulture, $"{plan.AssignedCount} assigned, ");
        if (completed > 0) text.Append(CultureInfo.InvariantCulture, $"{completed} completed, ");
        return text.Append(CultureInfo.InvariantCulture, $"{plan.UnassignedCount} unassigned").ToString();
    }

    /// <summary>A number and its noun: "1 task", "2 tasks".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
