using Spectre.Console;

namespace Halo.Cli;

/// <summary>Writes a report for terminals with colours.</summary>
internal sealed class ColourPen(IAnsiConsole console) : IReportPen
{
    private static readonly Style Critical = new(Color.Red);

    public void Write(string text, ReportTone tone = ReportTone.Plain) => Put(text, tone switch
    {
        ReportTone.Heading => ColourConsole.Heading,
        ReportTone.Faint => ColourConsole.Faint,
        ReportTone.Critical => Critical,
        ReportTone.Warning => ColourConsole.Warning,
        _ => default(Style?),
    });

    public void WriteOf(string text, int agent, bool isCritical = false) =>
        Put(text, new Style(ColourConsole.ColourOf(agent), decoration: isCritical ? Decoration.Bold | Decoration.Underline : Decoration.None));

    public void EndLine() => console.WriteLine();

    private void Put(string text, Style? style)
    {
        if (text.Length > 0) console.Write(ColourConsole.Plain(text, style));
    }
}
