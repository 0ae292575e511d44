namespace Halo.Cli;

/// <summary>What the command's exit codes mean.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>An input is faulty, or the output cannot be written.</summary>
    public const int Fault = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The tasks of a run did not all succeed.</summary>
    public const int TasksFailed = 3;

    /// <summary>Ended by Ctrl-C, as shells count it; the process tells other signals by <see cref="StopSignals.ExitCodeOf"/>.</summary>
    public const int Cancelled = 130;
}
