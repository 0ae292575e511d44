using System.Globalization;
using Spectre.Console;

namespace Halo.Cli;

/// <summary>A plan for terminals with colours: a table of tasks, and the workload as bars.</summary>
internal static class ColourPlan
{
    /// <summary>A table is laid out as a whole; beyond this many tasks the plain report serves better.</summary>
    public const int MostTasks = 2_000;

    public static void Write(RoutingPlan plan, Stream stream) => ColourConsole.Write(stream, console =>
    {
        console.Write(ColourConsole.Plain(PlanSummary.Of(plan), plan.UnassignedCount == 0 ? ColourConsole.Heading : ColourConsole.Warning));
        console.WriteLine();
        var text = new DecisionText();
        console.Write(Tasks(plan, text));
        if (plan.Workload().Count > 0) console.Write(Workload(plan));
        if (plan.UnassignedCount > 0) console.Write(Unassigned(plan, text));
    });

    private static Table Tasks(RoutingPlan plan, DecisionText text)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColourConsole.Faint }.AddColumns("Wave", "Task", "Agent", "Why");
        table.Columns[0].RightAligned().NoWrap();
        for (var wave = 0; wave < plan.Graph.WaveCount; wave++)
        {
            var number = (wave + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var task in plan.Graph.Wave(wave))
            {
                var decision = plan[task];
                var style = StyleOf(decision, plan);
                table.AddRow(
                    ColourConsole.Plain(number, ColourConsole.Faint),
                    ColourConsole.Plain(decision.Task, decision.Agent is null ? style : default(Style?)),
                    ColourConsole.Plain(TextReport.AgentOf(decision), style),
                    ColourConsole.Plain(text.Of(decision, plan.Graph.TypeOf(task)), decision.Agent is null ? style : ColourConsole.Faint));
                number = "";
            }
        }

        return table;
    }

    private static Style StyleOf(in TaskDecision decision, RoutingPlan plan) =>
        decision.Agent is { } agent ? new Style(ColourConsole.ColourOf(plan.Agents.IndexOf(agent)))
        : decision.IsUnassigned ? ColourConsole.Warning
        : ColourConsole.Faint;

    private static BarChart Workload(RoutingPlan plan)
    {
        var chart = new BarChart { Label = "[bold]Workload[/]", LabelAlignment = Justify.Left, Width = 60 };
        foreach (var (agent, tasks) in plan.Workload())
        {
            chart.AddItem(Markup.Escape(VisibleText.Of(agent)), tasks, ColourConsole.ColourOf(plan.Agents.IndexOf(agent)));
        }

        return chart;
    }

    private static Table Unassigned(RoutingPlan plan, DecisionText text)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColourConsole.Warning }.AddColumns("Unassigned", "Why");
        foreach (var task in plan.Graph.Order)
        {
            var decision = plan[task];
            if (decision.IsUnassigned) table.AddRow(ColourConsole.Plain(decision.Task, ColourConsole.Warning), ColourConsole.Plain(text.Of(decision, plan.Graph.TypeOf(task))));
        }

        return table;
    }
}
