using System.Globalization;

namespace Halo.Reporting;

/// <summary>A plan: tasks by agent.</summary>
internal sealed class PlanPicture(RoutingPlan plan) : GraphPicture(plan.Graph, new AgentColors(plan.Workload().Keys))
{
    private readonly IReadOnlyDictionary<string, int> _workload = plan.Workload();
    private readonly DecisionText _text = new();

    public override string? LegendOfOthers =>
        plan.UnassignedCount > 0 ? string.Create(CultureInfo.InvariantCulture, $"unassigned: {plan.UnassignedCount}") : null;

    public override PictureNode NodeOf(int task)
    {
        var decision = plan[task];
        var below = decision.Agent ?? ReasonNames.Of(decision.Reason);
        return new PictureNode([below], decision.Agent, decision.IsUnassigned, false, _text.Of(decision, plan.Graph.TypeOf(task)));
    }

    public override string LegendOf(string agent) => _workload[agent].ToString(CultureInfo.InvariantCulture);
}
