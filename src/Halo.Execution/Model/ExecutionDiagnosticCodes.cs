namespace Halo.Execution;

/// <summary>The codes of a <see cref="Diagnostic"/> of runs (4xx); <see cref="DiagnosticCodes"/> has the others.</summary>
public static class ExecutionDiagnosticCodes
{
    /// <summary>An agent of a plan has no handler, or a handler has no agent.</summary>
    public const string MissingHandler = "HALO401";

    /// <summary>A journal of a run that cannot be resumed from.</summary>
    public const string InvalidJournal = "HALO402";

    /// <summary>The beginning of a record at the end of a journal, which a crash left, was cut off.</summary>
    public const string TornJournal = "HALO403";

    /// <summary>A journal that could not be written, or could not give back a result.</summary>
    public const string FailedJournal = "HALO404";
}
