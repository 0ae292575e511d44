using System.Globalization;
using Spectre.Console;

namespace Halo.Cli;

/// <summary>A plan for terminals with colors: a table of tasks, and the workload as bars.</summary>
internal static class ColorPlan
{
    /// <summary>A table is laid out as a whole; beyond this many tasks the plain report serves better.</summary>
    public const int MostTasks = 2_000;

    public static void Write(RoutingPlan plan, Stream stream) => ColorConsole.Write(stream, console =>
    {
        console.Write(ColorConsole.Plain(PlanSummary.Of(plan), plan.UnassignedCount == 0 ? ColorConsole.Heading : ColorConsole.Warning));
        console.WriteLine();
        var text = new DecisionText();
        console.Write(Tasks(plan, text));
        if (plan.Workload().Count > 0) console.Write(Workload(plan));
        if (plan.UnassignedCount > 0) console.Write(Unassigned(plan, text));
    });

    private static Table Tasks(RoutingPlan plan, DecisionText text)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColorConsole.Faint }.AddColumns("Wave", "Task", "Agent", "Why");
        table.Columns[0].RightAligned().NoWrap();
        for (var wave = 0; wave < plan.Graph.WaveCount; wave++)
        {
            var number = (wave + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var task in plan.Graph.Wave(wave))
            {
                var decision = plan[task];
                var style = StyleOf(decision, plan);
                table.AddRow(
                    ColorConsole.Plain(number, ColorConsole.Faint),
                    ColorConsole.Plain(decision.Task, decision.Agent is null ? style : default(Style?)),
                    ColorConsole.Plain(TextReport.AgentOf(decision), style),
                    ColorConsole.Plain(text.Of(decision, plan.Graph.TypeOf(task)), decision.Agent is null ? style : ColorConsole.Faint));
                number = "";
            }
        }

        return table;
    }

    private static Style StyleOf(in TaskDecision decision, RoutingPlan plan) =>
        decision.Agent is { } agent ? new Style(ColorConsole.ColorOf(plan.Agents.IndexOf(agent)))
        : decision.IsUnassigned ? ColorConsole.Warning
        : ColorConsole.Faint;

    private static BarChart Workload(RoutingPlan plan)
    {
        var chart = new BarChart { Label = "[bold]Workload[/]", LabelAlignment = Justify.Left, Width = 60 };
        foreach (var (agent, tasks) in plan.Workload())
        {
            chart.AddItem(Markup.Escape(VisibleText.Of(agent)), tasks, ColorConsole.ColorOf(plan.Agents.IndexOf(agent)));
        }

        return chart;
    }

    private static Table Unassigned(RoutingPlan plan, DecisionText text)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColorConsole.Warning }.AddColumns("Unassigned", "Why");
        foreach (var task in plan.Graph.Order)
        {
            var decision = plan[task];
            if (decision.IsUnassigned) table.AddRow(ColorConsole.Plain(decision.Task, ColorConsole.Warning), ColorConsole.Plain(text.Of(decision, plan.Graph.TypeOf(task))));
        }

        return table;
    }
}
