using System.Globalization;
using Spectre.Console;

namespace Halo.Cli;

/// <summary>An explanation for terminals with colors.</summary>
internal static class ColorExplanation
{
    public static void Write(Explanation explanation, Stream stream) => ColorConsole.Write(stream, console =>
    {
        var decision = explanation.Decision;
        console.Write(ColorConsole.Plain(ExplanationReport.HeadOf(decision), decision.IsUnassigned ? ColorConsole.Warning : ColorConsole.Heading));
        console.WriteLine();
        console.Write(ColorConsole.Plain(new DecisionText().Of(decision, null)));
        console.WriteLine();
        if (explanation.Considered.Count > 0) console.Write(Rules(explanation));
        if (explanation.Capability.Count > 0) console.Write(Candidates(explanation));
        if (ExplanationReport.IndexLine(explanation) is not { } line) return;
        console.Write(ColorConsole.Plain(line, ColorConsole.Faint));
        console.WriteLine();
    });

    private static Table Rules(Explanation explanation)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColorConsole.Faint }
            .AddColumns("Priority", ExplanationReport.RulesHeading(explanation.Decision), "What kept it from winning");
        table.Columns[0].RightAligned();
        foreach (var considered in explanation.Considered)
        {
            var failed = considered.Outcome == ConsiderationOutcome.ConditionFailed;
            table.AddRow(
                ColorConsole.Plain(considered.Rule.Priority.ToString(CultureInfo.InvariantCulture), ColorConsole.Faint),
                ColorConsole.Plain(considered.Rule.Id),
                ColorConsole.Plain(ExplanationReport.WhyNot(considered), failed ? ColorConsole.Faint : ColorConsole.Warning));
        }

        return table;
    }

    private static Table Candidates(Explanation explanation)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColorConsole.Faint }
            .AddColumns("Agents that list its type, best first", "Success", "Tasks before it", "Standing");
        foreach (var column in (int[])[1, 2]) table.Columns[column].RightAligned();
        foreach (var candidate in explanation.Capability)
        {
            var chosen = candidate.Agent == explanation.Decision.Agent;
            table.AddRow(
                ColorConsole.Plain(candidate.Agent, chosen ? ColorConsole.Heading : default(Style?)),
                ColorConsole.Plain(ExplanationReport.Percent(candidate.SuccessRate)),
                ColorConsole.Plain(candidate.Assigned.ToString(CultureInfo.InvariantCulture)),
                ColorConsole.Plain(ExplanationReport.StandingOf(candidate, explanation.Decision), candidate.Outcome == ConsiderationOutcome.Open ? default(Style?) : ColorConsole.Faint));
        }

        return table;
    }
}
