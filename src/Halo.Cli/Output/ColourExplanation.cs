using System.Globalization;
using Spectre.Console;

namespace Halo.Cli;

/// <summary>An explanation for terminals with colours.</summary>
internal static class ColourExplanation
{
    public static void Write(Explanation explanation, Stream stream) => ColourConsole.Write(stream, console =>
    {
        var decision = explanation.Decision;
        console.Write(ColourConsole.Plain(ExplanationReport.HeadOf(decision), decision.IsUnassigned ? ColourConsole.Warning : ColourConsole.Heading));
        console.WriteLine();
        console.Write(ColourConsole.Plain(new DecisionText().Of(decision, null)));
        console.WriteLine();
        if (explanation.Considered.Count > 0) console.Write(Rules(explanation));
        if (explanation.Capability.Count > 0) console.Write(Candidates(explanation));
        if (ExplanationReport.IndexLine(explanation) is not { } line) return;
        console.Write(ColourConsole.Plain(line, ColourConsole.Faint));
        console.WriteLine();
    });

    private static Table Rules(Explanation explanation)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColourConsole.Faint }
            .AddColumns("Priority", ExplanationReport.RulesHeading(explanation.Decision), "What kept it from winning");
        table.Columns[0].RightAligned();
        foreach (var considered in explanation.Considered)
        {
            var failed = considered.Outcome == ConsiderationOutcome.ConditionFailed;
            table.AddRow(
                ColourConsole.Plain(considered.Rule.Priority.ToString(CultureInfo.InvariantCulture), ColourConsole.Faint),
                ColourConsole.Plain(considered.Rule.Id),
                ColourConsole.Plain(ExplanationReport.WhyNot(considered), failed ? ColourConsole.Faint : ColourConsole.Warning));
        }

        return table;
    }

    private static Table Candidates(Explanation explanation)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = ColourConsole.Faint }
            .AddColumns("Agents that list its type, best first", "Success", "Tasks before it", "Standing");
        foreach (var column in (int[])[1, 2]) table.Columns[column].RightAligned();
        foreach (var candidate in explanation.Capability)
        {
            var chosen = candidate.Agent == explanation.Decision.Agent;
            table.AddRow(
                ColourConsole.Plain(candidate.Agent, chosen ? ColourConsole.Heading : default(Style?)),
                ColourConsole.Plain(ExplanationReport.Percent(candidate.SuccessRate)),
                ColourConsole.Plain(candidate.Assigned.ToString(CultureInfo.InvariantCulture)),
                ColourConsole.Plain(ExplanationReport.StandingOf(candidate, explanation.Decision), candidate.Outcome == ConsiderationOutcome.Open ? default(Style?) : ColourConsole.Faint));
        }

        return table;
    }
}
