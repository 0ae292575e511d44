namespace Halo.Execution;

/// <summary>How a plan is run.</summary>
public sealed record RunOptions
{
    /// <summary>The defaults.</summary>
    public static RunOptions Default { get; } = new();

    /// <summary>How many tasks run at one time over all agents, at least 1; null for no limit but the agents' own. Default null.</summary>
    public int? MaxConcurrentTasks { get; init; }

    /// <summary>What the failure of a task does to the others. Default: its dependants' join rules judge it.</summary>
    public FailurePolicy OnFailure { get; init; }

    /// <summary>How long the run may take, more than zero and at most one day; null for no limit. Default null.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How tasks are tried where neither they nor their agents say. Default: one attempt without a limit.</summary>
    public ExecutionSettings Execution { get; init; } = new();

    /// <summary>Whether a task whose agent failed for good is routed again among the agents that have not tried it. Default true.</summary>
    public bool RouteAgain { get; init; } = true;

    /// <summary>
    /// The journal, a file that is appended to whenever a task succeeds or fails for good. A run that finds one resumes from
    /// it: the tasks in it are not run again. Null for none. Default null.
    /// </summary>
    public string? Journal { get; init; }

    /// <summary>How large a journal may be that a run resumes from. Default: 4 GiB in records of at most 64 MiB.</summary>
    public JournalLimits JournalLimits { get; init; } = JournalLimits.Default;

    /// <summary>
    /// How long a record of the journal may wait for the disk, at most one day. Null: as long as the operating system likes; records
    /// survive the death of the process, not a power cut. Zero: each is on the disk before anything that depends on its task
    /// begins. Else a power cut costs the records of that time at most. At the end of the run all are on the disk unless null. Default null.
    /// </summary>
    public TimeSpan? JournalSync { get; init; }

    /// <summary>
    /// Whether tasks that failed for good, by the journal, are run again, and with them those that were skipped because of
    /// them. What succeeded is never run again, also when it began because of the failure. Needs <see cref="Journal"/>. Default false.
    /// </summary>
    public bool RetryFailed { get; init; }

    /// <summary>
    /// Where the random numbers of retry pauses begin: with a seed the pauses at an agent are the same in each run whose
    /// attempts fail in the same order. Null for other pauses each time. Default null.
    /// </summary>
    public int? JitterSeed { get; init; }

    internal void ThrowIfInvalid()
    {
        var faults = new DiagnosticBag();
        Require(MaxConcurrentTasks is null or > 0, nameof(MaxConcurrentTasks), "at least 1, or null");
        Require(Enum.IsDefined(OnFailure), nameof(OnFailure), "one of the failure policies");
        Require(Deadline is null || (Deadline > TimeSpan.Zero && Deadline <= ExecutionSettings.LongestTime), nameof(Deadline), "more than zero and at most one day, or null");
        Require(Journal is not "", nameof(Journal), "the name of a file, or null");
        Require(JournalSync is null || Journal is not null, nameof(JournalSync), "null without a journal");
        Require(JournalSync is null || (JournalSync >= TimeSpan.Zero && JournalSync <= ExecutionSettings.LongestTime), nameof(JournalSync), "from zero to one day, or null");
        Require(!RetryFailed || Journal is not null, nameof(RetryFailed), "false without a journal");
        Require(JournalLimits is not null, nameof(JournalLimits), "given");
        foreach (var wrong in JournalLimits?.Faults() ?? []) faults.Error(DiagnosticCodes.InvalidValue, $"{nameof(JournalLimits)}: {wrong}.");
        Require(Execution is not null, nameof(Execution), "given");
        foreach (var wrong in Execution?.Faults() ?? []) faults.Error(DiagnosticCodes.InvalidValue, $"{nameof(Execution)}.{wrong}.");
        faults.ThrowIfErrors();

        void Require(bool holds, string option, string allowed)
        {
            if (!holds) faults.Error(DiagnosticCodes.InvalidValue, $"The option {option} is out of its range.", $"It must be {allowed}.");
        }
    }
}

/// <summary>What the failure of a task does to the others.</summary>
public enum FailurePolicy
{
    /// <summary>The join rules of its dependants judge it: those that need it are skipped, everything else runs.</summary>
    SkipDependants = 0,

    /// <summary>No further task begins; those that run are let end.</summary>
    StopPlan,

    /// <summary>Dependants take it for a success without a result, unless they ask for the failure.</summary>
    Continue,
}
