using System.Globalization;
using System.Text;

namespace Halo.Reporting;

/// <summary>A plan as a table in GitHub-flavoured Markdown.</summary>
internal static class MarkdownReport
{
    public static void Write(RoutingPlan plan, TextWriter writer)
    {
        writer.Write(PlanSummary.Of(plan));
        writer.Write("\n\n| Wave | Task | Agent | Reason | Why |\n| ---: | --- | --- | --- | --- |\n");
        var text = new DecisionText();
        for (var wave = 0; wave < plan.Graph.WaveCount; wave++)
        {
            var number = (wave + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var task in plan.Graph.Wave(wave)) WriteRow(writer, number, plan[task], text.Of(plan[task], plan.Graph.TypeOf(task)));
        }
    }

    private static void WriteRow(TextWriter writer, string wave, in TaskDecision decision, string why)
    {
        writer.Write("| ");
        writer.Write(wave);
        WriteCell(writer, Escape(decision.Task));
        WriteCell(writer, decision.Agent is null ? "–" : Escape(decision.Agent));
        WriteCell(writer, decision.IsUnassigned ? $"**{ReasonNames.Of(decision.Reason)}**" : ReasonNames.Of(decision.Reason));
        WriteCell(writer, Escape(why));
        writer.Write(" |\n");
    }

    private static void WriteCell(TextWriter writer, string content)
    {
        writer.Write(" | ");
        writer.Write(content);
    }

    /// <summary>Text that Markdown shows as it is: no cell, code, link, emphasis, formula or tag begins in it.</summary>
    internal static string Escape(string text)
    {
        var visible = VisibleText.Of(text);
        var escaped = new StringBuilder(visible.Length + 8);
        for (var i = 0; i < visible.Length; i++)
        {
            switch (visible[i])
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '_' when IsInsideWord(visible, i): escaped.Append('_'); break; // no emphasis there, and ids are full of them
                case '\\' or '`' or '*' or '_' or '|' or '[' or ']' or '~' or '$': escaped.Append('\\').Append(visible[i]); break;
                default: escaped.Append(visible[i]); break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
