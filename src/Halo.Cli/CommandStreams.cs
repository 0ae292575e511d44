using Halo.Routing;
using Halo.Rules;

namespace Halo.Cli;

/// <summary>What a command reads and writes.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, for faults and notes.</param>
/// <param name="ShowsColours">Whether the output is a terminal, and one that wants colours.</param>
internal sealed record CommandStreams(Stream Input, Stream Output, TextWriter Error, bool ShowsColours)
{
    /// <summary>The streams of this process.</summary>
    public static CommandStreams OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        TextOver(Console.OpenStandardError()),
        !Console.IsOutputRedirected && WantsColours(Environment.GetEnvironmentVariable("NO_COLOR"), Environment.GetEnvironmentVariable("TERM")));

    /// <summary>Whether colours are welcome, as https://no-color.org says it.</summary>
    public static bool WantsColours(string? noColour, string? terminal) => string.IsNullOrEmpty(noColour) && terminal != "dumb";

    /// <summary>Text for people over a stream: UTF-8, written at once.</summary>
    public static StreamWriter TextOver(Stream stream) => new(stream, PlanWriter.Utf8, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Writes faults to standard error, a line each.</summary>
    public void WriteFaults(IEnumerable<Diagnostic> faults)
    {
        foreach (var fault in faults) Error.WriteLine(VisibleText.Of(fault.ToString()));
    }

    /// <summary>Writes one line of the command's own to standard error.</summary>
    public void Say(string message) => Error.WriteLine(VisibleText.Of($"halo: {message}"));
}
