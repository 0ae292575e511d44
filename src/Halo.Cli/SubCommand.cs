using System.CommandLine;

namespace Halo.Cli;

/// <summary>A sub-command: its work runs beside the wait for Ctrl-C.</summary>
internal abstract class SubCommand : Command, IHasMoreHelp
{
    protected SubCommand(string name, string description, CommandStreams streams)
        : base(name, description)
    {
        Streams = streams;
        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>Examples and exit codes, shown below the options.</summary>
    public abstract string MoreHelp { get; }

    protected CommandStreams Streams { get; }

    /// <summary>Does the work.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract int Run(ParseResult parsed, CancellationToken cancellationToken);
}
