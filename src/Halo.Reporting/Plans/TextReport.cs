namespace Halo.Reporting;

/// <summary>A plan for terminals without colors: a line for each task, aligned within its wave.</summary>
public static class TextReport
{
    private const int WidestColumn = 48;

    /// <summary>Writes a plan as a report for people. O(tasks).</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(RoutingPlan plan, TextWriter writer)
    {
        writer.Write(PlanSummary.Of(plan));
        writer.Write('\n');
        var text = new DecisionText();
        for (var wave = 0; wave < plan.Graph.WaveCount; wave++) WriteWave(plan, wave, text, writer);
        WriteWorkload(plan, writer);
        if (plan.UnassignedCount > 0) WriteUnassigned(plan, text, writer);
    }

    /// <summary>What stands in the place of an agent.</summary>
    public static string AgentOf(in TaskDecision decision) =>
        decision.Agent is { } agent ? VisibleText.Of(agent) : decision.IsUnassigned ? "(none)" : "(completed)";

    // Two passes over the wave, the first for the widths: no lines are kept, however wide the wave.
    private static void WriteWave(RoutingPlan plan, int wave, DecisionText text, TextWriter writer)
    {
        var tasks = plan.Graph.Wave(wave);
        var (taskWidth, agentWidth) = (0, 0);
        foreach (var task in tasks)
        {
            taskWidth = Math.Max(taskWidth, VisibleText.Of(plan.Graph.IdOf(task)).Length);
            agentWidth = Math.Max(agentWidth, AgentOf(plan[task]).Length);
        }

        writer.Write('\n');
        writer.Write("Wave ");
        writer.Write(wave + 1);
        writer.Write('\n');
        foreach (var task in tasks)
        {
            var decision = plan[task];
            WriteCell(writer, VisibleText.Of(decision.Task), taskWidth);
            WriteCell(writer, AgentOf(decision), agentWidth);
            WriteLast(writer, VisibleText.Of(text.Of(decision, plan.Graph.TypeOf(task))));
        }
    }

    private static void WriteWorkload(RoutingPlan plan, TextWriter writer)
    {
        writer.Write("\nWorkload\n");
        var workload = plan.Workload();
        var width = workload.Keys.Select(agent => VisibleText.Of(agent).Length).DefaultIfEmpty().Max();
        foreach (var (agent, tasks) in workload)
        {
            WriteCell(writer, VisibleText.Of(agent), width);
            WriteLast(writer, PlanSummary.Count(tasks, "task"));
        }

        if (width == 0) writer.Write("  No agent has a task.\n");
    }

    private static void WriteUnassigned(RoutingPlan plan, DecisionText text, TextWriter writer)
    {
        writer.Write("\nUnassigned\n");
        var width = plan.Unassigned.Max(decision => VisibleText.Of(decision.Task).Length);
        foreach (var task in plan.Graph.Order)
        {
            var decision = plan[task];
            if (!decision.IsUnassigned) continue;
            WriteCell(writer, VisibleText.Of(decision.Task), width);
            WriteLast(writer, VisibleText.Of(text.Of(decision, plan.Graph.TypeOf(task))));
        }
    }

    private static void WriteCell(TextWriter writer, string text, int width)
    {
        writer.Write("  ");
        writer.Write(text);
        for (var i = Math.Min(width, WidestColumn) - text.Length; i > 0; i--) writer.Write(' ');
    }

    private static void WriteLast(TextWriter writer, string text)
    {
        writer.Write("  ");
        writer.Write(text);
        writer.Write('\n');
    }
}
