using Spectre.Console;

namespace Halo.Cli;

/// <summary>A console with colors over a stream. Only the paths to a terminal come here: loading it takes its time.</summary>
internal static class ColorConsole
{
    /// <summary>Colors that can be read on dark and on light ground.</summary>
    private static readonly Color[] Colors =
        [Color.DodgerBlue1, Color.Green3, Color.DarkOrange, Color.MediumPurple1, Color.DarkCyan, Color.HotPink3, Color.Gold3, Color.SteelBlue, Color.IndianRed, Color.Chartreuse4, Color.Orchid, Color.LightSlateGrey];

    /// <summary>What is said of tasks without an agent.</summary>
    public static Style Warning { get; } = new(Color.Red, decoration: Decoration.Bold);

    /// <summary>What matters less.</summary>
    public static Style Faint { get; } = new(Color.Grey);

    /// <summary>Headings.</summary>
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    /// <summary>The color of the agent at a position; with more agents than colors they are used again.</summary>
    public static Color ColorOf(int position) => Colors[position % Colors.Length];

    /// <summary>Text that is shown as it is: no markup, no control characters.</summary>
    public static Text Plain(string text, Style? style = null) => new(VisibleText.Of(text), style);

    public static void Write(Stream stream, Action<IAnsiConsole> write)
    {
        using var writer = new StreamWriter(stream, OutputTarget.Utf8, leaveOpen: true) { NewLine = "\n" };
        write(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        }));
    }
}
