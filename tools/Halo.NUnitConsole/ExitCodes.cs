namespace Halo.NUnitConsole;

/// <summary>
/// What the exit codes mean. They are those of the official NUnit console where it has the case. Shells show a negative
/// code modulo 256: -1 as 255.
/// </summary>
internal static class ExitCodes
{
    /// <summary>At least one test ran, and none failed.</summary>
    public const int Ok = 0;

    /// <summary>The number of failures ends here, so that no shell takes 256 of them for none.</summary>
    public const int MostFailures = 100;

    /// <summary>Ended by Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;

    /// <summary>The command line is wrong, or a file that it names cannot be used.</summary>
    public const int InvalidArgument = -1;

    /// <summary>A file is no test assembly, or cannot be loaded.</summary>
    public const int InvalidAssembly = -2;

    /// <summary>Nothing failed, and no test ran: the selection matches none, or all of them were skipped.</summary>
    public const int NoTests = -3;

    /// <summary>The engine or the console itself failed.</summary>
    public const int UnexpectedError = -100;
}
