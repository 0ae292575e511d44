namespace Halo.Reporting;

/// <summary>A plan as <c>schemas/plan.schema.json</c> describes it.</summary>
internal static class PlanJsonReport
{
    public static void Write(RoutingPlan plan, Stream stream)
    {
        using var output = new JsonOutput(stream);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteStartArray("order");
        WriteIds(plan.Graph, plan.Graph.Order, output);
        WriteAssignments(plan, output);
        WriteUnassigned(plan, output);
        json.WriteStartObject("workload");
        foreach (var (agent, tasks) in plan.Workload()) json.WriteNumber(agent, tasks);
        json.WriteEndObject();
        json.WriteStartArray("waves");
        for (var wave = 0; wave < plan.Graph.WaveCount; wave++)
        {
            json.WriteStartArray();
            WriteIds(plan.Graph, plan.Graph.Wave(wave), output);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        output.Complete();
    }

    private static void WriteIds(TaskGraph graph, ReadOnlySpan<int> tasks, JsonOutput output)
    {
        foreach (var task in tasks) output.Write(graph.IdOf(task));
        output.Json.WriteEndArray();
    }

    private static void WriteAssignments(RoutingPlan plan, JsonOutput output)
    {
        var text = new DecisionText();
        output.Json.WriteStartArray("assignments");
        foreach (var task in plan.Graph.Order)
        {
            if (plan[task] is not { Agent: { } agent } decision) continue;
            output.Write(
                new AssignmentJson(decision.Task, agent, ReasonNames.Of(decision.Reason), decision.Rule?.Id, Flag(decision.Waits), text.Of(decision, plan.Graph.TypeOf(task))),
                PlanContracts.Default.AssignmentJson);
        }

        output.Json.WriteEndArray();
    }

    private static void WriteUnassigned(RoutingPlan plan, JsonOutput output)
    {
        var text = new DecisionText();
        output.Json.WriteStartArray("unassigned");
        foreach (var task in plan.Graph.Order)
        {
            var decision = plan[task];
            if (!decision.IsUnassigned) continue;
            output.Write(
                new UnassignedJson(decision.Task, ReasonNames.Of(decision.Reason), text.Of(decision, plan.Graph.TypeOf(task))),
                PlanContracts.Default.UnassignedJson);
        }

        output.Json.WriteEndArray();
    }

    /// <summary>A flag that is left out where it is not set.</summary>
    internal static bool? Flag(bool flag) => flag ? true : null;
}
