using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Halo.Cli;

/// <summary>The whole command, from its arguments to its exit code.</summary>
internal static class HaloCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="streams">What it reads and writes.</param>
    /// <param name="signals">The signals that end the process; null when the process is not the command's.</param>
    /// <param name="cancellationToken">Asks it to end.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandStreams streams, StopSignals? signals, CancellationToken cancellationToken)
    {
        var root = CreateRoot(arguments, streams, signals);
        // Response files are off: a task may well be named @scope/package.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (arguments.Count == 0) return await ShowHelpAsync(root, streams);
        if (parsed.Action is ParseErrorAction) return RefuseUsage(parsed, streams);

        // Help and the version; commands write to their streams.
        using var help = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var invocation = new InvocationConfiguration
        {
            Output = help,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // signals are this command's own
        };
        if (signals is not null && parsed.CommandResult.Command is SubCommand command) signals.TimeToEnd = () => command.TimeToEnd;
        try
        {
            var code = await parsed.InvokeAsync(invocation, cancellationToken);
            var text = OutputTarget.Utf8.GetBytes(help.ToString());
            return text.Length == 0 ? code : OutputTarget.Write(null, streams, stream => stream.Write(text), cancellationToken);
        }
        catch (UsageException exception)
        {
            streams.Say(exception.Message);
            PointToHelp(parsed, streams);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
    }

    private static RootCommand CreateRoot(IReadOnlyList<string> arguments, CommandStreams streams, StopSignals? signals)
    {
        var root = new RootCommand("Routes the tasks of a DAG to agents by declarative rules, and explains why.")
        {
            new RouteCommand(streams),
            new ScheduleCommand(streams),
            new ExplainCommand(streams),
            new CheckCommand(streams),
            new RunCommand(streams, signals),
            new AdviseCommand(streams),
            new PerfRootCommand(streams, TimeProvider.System, isAsked: arguments.Contains("perf")),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help) help.Action = new HelpWithExamples(action);
        }

        return root;
    }

    private static async Task<int> ShowHelpAsync(RootCommand root, CommandStreams streams)
    {
        await root.Parse(["--help"]).InvokeAsync(new InvocationConfiguration { Output = streams.Error });
        return ExitCodes.Usage;
    }

    private static int RefuseUsage(ParseResult parsed, CommandStreams streams)
    {
        if (parsed.CommandResult.Command is { Subcommands.Count: > 0 } group && parsed.UnmatchedTokens is [var unknown, ..])
        {
            streams.Say($"there is no command '{unknown}'. {Suggestion.For(unknown, group.Subcommands.Select(command => command.Name))}".TrimEnd());
        }
        else
        {
            foreach (var error in parsed.Errors) streams.Say(error.Message);
        }

        PointToHelp(parsed, streams);
        return ExitCodes.Usage;
    }

    private static void PointToHelp(ParseResult parsed, CommandStreams streams)
    {
        var path = string.Concat(parsed.CommandResult.Command.Parents.OfType<Command>().Prepend(parsed.CommandResult.Command).Where(command => command is not RootCommand).Reverse().Select(command => command.Name + " "));
        streams.Say($"see 'halo {path}--help'.");
    }
}
