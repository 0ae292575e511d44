using System.Text;
using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>The command in this process, with what it read and wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static string Delivery { get; } = Path.Combine(Repository.Root, "samples", "delivery");

    public static string Debian { get; } = Path.Combine(Repository.Root, "samples", "debian");

    public static Task<CommandRun> Of(params string[] arguments) => Of(new MemoryStream(), arguments);

    public static Task<CommandRun> WithInput(string input, params string[] arguments) => Of(new MemoryStream(), arguments, input);

    public static async Task<CommandRun> Of(Stream output, string[] arguments, string input = "", bool colors = false, CancellationToken cancellationToken = default)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var streams = new CommandStreams(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, colors);
        var code = await HaloCommand.RunAsync(arguments, streams, null, cancellationToken);
        return new CommandRun(code, output is MemoryStream memory ? Encoding.UTF8.GetString(memory.ToArray()) : "", error.ToString());
    }
}
