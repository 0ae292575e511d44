using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Halo.Cli;

/// <summary>The usual help, followed by what a command has to add.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string RootHelp =
        """
        Examples:
          halo route samples/delivery
          halo schedule samples/delivery
          halo explain samples/delivery release-plan
          halo check samples/delivery
          halo run samples/debian --exec '*=true'
          halo advise -- sleep 0.1
          halo perf report

        Exit codes:
          0  done
          1  an input is faulty, the output cannot be written, a command failed, or 'halo perf' found something slower
          2  the command line is wrong
          3  a task of 'halo run' failed or was not run
          130  ended by Ctrl-C

        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var more = parseResult.CommandResult.Command is IHasMoreHelp command ? command.MoreHelp : RootHelp;
        parseResult.InvocationConfiguration.Output.Write(more.ReplaceLineEndings("\n"));
        return ExitCodes.Ok;
    }
}
