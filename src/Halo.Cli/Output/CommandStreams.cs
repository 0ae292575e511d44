namespace Halo.Cli;

/// <summary>What a command reads and writes.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, for faults and notes.</param>
/// <param name="ShowsColors">Whether the output is a terminal, and one that wants colors.</param>
internal sealed record CommandStreams(Stream Input, Stream Output, TextWriter Error, bool ShowsColors)
{
    /// <summary>The columns of the terminal that standard error is, where a line can be written over; 0 where it cannot.</summary>
    public int ProgressWidth { get; init; }

    /// <summary>The columns of the terminal that the output is, within what reports can use; the reports' default without one.</summary>
    public int Width { get; init; } = ScheduleWriter.DefaultWidth;

    /// <summary>The streams of this process.</summary>
    public static CommandStreams OfProcess()
    {
        var terminal = Environment.GetEnvironmentVariable("TERM");
        return new CommandStreams(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            TextOver(new BestEffortStream(Console.OpenStandardError())),
            !Console.IsOutputRedirected && WantsColors(Environment.GetEnvironmentVariable("NO_COLOR"), terminal))
        {
            ProgressWidth = Console.IsErrorRedirected || terminal == "dumb" ? 0 : WidthOf(Console.WindowWidth),
            Width = Console.IsOutputRedirected ? ScheduleWriter.DefaultWidth : WidthOf(Console.WindowWidth),
        };
    }

    /// <summary>The columns that reports use of a terminal's; some terminals say that they have none.</summary>
    public static int WidthOf(int columns) =>
        columns <= 0 ? ScheduleWriter.DefaultWidth : Math.Clamp(columns, ScheduleTextReport.Narrowest, ScheduleTextReport.Widest);

    /// <summary>Whether colors are welcome, as https://no-color.org says it.</summary>
    public static bool WantsColors(string? noColor, string? terminal) => string.IsNullOrEmpty(noColor) && terminal != "dumb";

    /// <summary>Text for people over a stream: UTF-8, written at once.</summary>
    public static StreamWriter TextOver(Stream stream) => new(stream, OutputTarget.Utf8, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Writes faults to standard error, a line each.</summary>
    public void WriteFaults(IEnumerable<Diagnostic> faults)
    {
        foreach (var fault in faults) Error.WriteLine(VisibleText.Of(fault.ToString()));
    }

    /// <summary>Writes one line of the command's own to standard error.</summary>
    public void Say(string message) => Error.WriteLine(VisibleText.Of($"halo: {message}"));
}
