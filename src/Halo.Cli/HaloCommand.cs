using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Halo.Cli;

/// <summary>The whole command, from its arguments to its exit code.</summary>
internal static class HaloCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandStreams streams, CancellationToken cancellationToken)
    {
        var root = CreateRoot(arguments, streams);
        // Response files are off: a task may well be named @scope/package.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (arguments.Count == 0) return await ShowHelpAsync(root, streams);
        if (parsed.Action is ParseErrorAction) return RefuseUsage(parsed, streams);

        await using var output = CommandStreams.TextOver(streams.Output);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = parsed.CommandResult.Command is SubCommand command ? command.TimeToEnd : TimeSpan.Zero,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
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

    private static RootCommand CreateRoot(IReadOnlyList<string> arguments, CommandStreams streams)
    {
        var root = new RootCommand("Routes the tasks of a DAG to agents by declarative rules, and explains why.")
        {
            new RouteCommand(streams),
            new ScheduleCommand(streams),
            new ExplainCommand(streams),
            new CheckCommand(streams),
            new RunCommand(streams),
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
