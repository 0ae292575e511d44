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

    /// <summary>How long it may go on after Ctrl-C, to leave no half file; reading a huge input does not stop by itself.</summary>
    public virtual TimeSpan TimeToEnd => TimeSpan.FromSeconds(2);

    protected CommandStreams Streams { get; }

    /// <summary>Does the work.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract int Run(ParseResult parsed, CancellationToken cancellationToken);
}
