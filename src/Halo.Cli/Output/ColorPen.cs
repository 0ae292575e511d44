using Spectre.Console;

namespace Halo.Cli;

/// <summary>Writes a report for terminals with colors.</summary>
internal sealed class ColorPen(IAnsiConsole console) : IReportPen
{
    private static readonly Style Critical = new(Color.Red);

    public void Write(string text, ReportTone tone = ReportTone.Plain) => Put(text, tone switch
    {
        ReportTone.Heading => ColorConsole.Heading,
        ReportTone.Faint => ColorConsole.Faint,
        ReportTone.Critical => Critical,
        ReportTone.Warning => ColorConsole.Warning,
        _ => default(Style?),
    });

    public void WriteOf(string text, int agent, bool isCritical = false) =>
        Put(text, new Style(ColorConsole.ColorOf(agent), decoration: isCritical ? Decoration.Bold | Decoration.Underline : Decoration.None));

    public void EndLine() => console.WriteLine();

    private void Put(string text, Style? style)
    {
        if (text.Length > 0) console.Write(ColorConsole.Plain(text, style));
    }
}
