using System.Collections.ObjectModel;

namespace Halo.Execution;

/// <summary>
/// How a plan is run. A run with options that cannot be used throws an <see cref="ArgumentException"/> that names every such
/// option, before anything begins.
/// </summary>
public sealed record RunOptions
{
    private const int LongestRunId = 100;

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

    /// <summary>When a task whose agent failed for good is routed again. Default: unless the failure is of a non-retryable kind.</summary>
    public RouteAgain RouteAgain { get; init; }

    /// <summary>
    /// How long a task may wait at a time when every agent that could do it has an open circuit, from zero to one day. A circuit
    /// that stays open for longer fails the task at once. Null for no limit. Default null.
    /// </summary>
    public TimeSpan? MaxCircuitWait { get; init; }

    /// <summary>Over which runs the limits of agents hold. Default: over all runs of the executor.</summary>
    public AgentLimitScope AgentLimitScope { get; init; }

    /// <summary>
    /// What tells this run from every other one, 1 to 100 characters, for <see cref="TaskContext.RunId"/>: give the same again
    /// when the run is resumed. Null for the id in the journal, or a new one. Default null.
    /// </summary>
    public string? RunId { get; init; }

    /// <summary>
    /// The journal, a file that is appended to whenever a task succeeds or fails for good. A run that finds one resumes from
    /// it: the tasks in it are not run again. Only one run can use a file at one time. Null for none. Default null.
    /// </summary>
    public string? Journal { get; init; }

    /// <summary>How large a journal may be that a run resumes from. Default: 4 GiB in records of at most 64 MiB.</summary>
    public JournalLimits JournalLimits { get; init; } = JournalLimits.Default;

    /// <summary>
    /// How long a record of the journal may wait for the disk, at most one day. Null: as long as the operating system likes; records
    /// survive the death of the process, not a power cut. Zero: each is on the disk before anything that depends on its task
    /// begins. Otherwise a power cut costs the records of that time at most. At the end of the run all are on the disk unless null. Default null.
    /// </summary>
    public TimeSpan? JournalSync { get; init; }

    /// <summary>
    /// Whether tasks that failed for good, by the journal, are run again, and with them everything that depends on them, however
    /// far away: also what succeeded, such as a cleanup that began because of the failure. Needs <see cref="Journal"/>. Default false.
    /// </summary>
    public bool RetryFailed { get; init; }

    /// <summary>
    /// What results depend on besides the graph, by name, such as the commands of agents or the version of a model. A journal
    /// keeps a hash of each. One whose tasks ended with others is refused, and the error names what has changed. Default: nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> JournalInputs { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Whether a journal is resumed from although attributes of tasks or <see cref="JournalInputs"/> have changed: what has ended
    /// stays as it is. Other tasks, dependencies or conditions are never accepted. Needs <see cref="Journal"/>. Default false.
    /// </summary>
    public bool AcceptChanges { get; init; }

    /// <summary>Opens the file of a journal; null for the usual way. For tests of what goes wrong with files.</summary>
    internal Func<string, FileStream>? OpenJournal { get; init; }

    /// <summary>
    /// Where the random numbers of retry pauses begin: with a seed the pauses at an agent are the same in each run whose
    /// attempts fail in the same order. Null for other pauses each time. Default null.
    /// </summary>
    public int? JitterSeed { get; init; }

    /// <summary>Every property whose value cannot be used, alone or with the others; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxConcurrentTasks, MaxConcurrentTasks is null or > 0, "at least 1, or null");
        faults.Defined(OnFailure);
        faults.InRange(Deadline, IsPause(Deadline) && Deadline != TimeSpan.Zero, "more than zero and at most one day, or null");
        faults.NotNull(Execution);
        faults.Inside(Execution?.Faults(), nameof(Execution));
        faults.Defined(RouteAgain);
        faults.InRange(MaxCircuitWait, IsPause(MaxCircuitWait), "from zero to one day, or null");
        faults.Defined(AgentLimitScope);
        if (RunId is { Length: 0 or > LongestRunId })
        {
            faults.Add(nameof(RunId), $"has {RunId.Length} characters; it must have 1 to {LongestRunId}, or be null");
        }

        if (Journal is "") faults.Add(nameof(Journal), "is empty; it must be the name of a file, or null");
        faults.NotNull(JournalLimits);
        faults.Inside(JournalLimits?.Faults(), nameof(JournalLimits));
        faults.InRange(JournalSync, IsPause(JournalSync), "from zero to one day, or null");
        faults.NotNull(JournalInputs);
        if (Journal is null) AddNeedsOfAJournal(ref faults);
        return faults.Found;
    }

    private static bool IsPause(TimeSpan? time) => time is null || (time >= TimeSpan.Zero && time <= ExecutionSettings.LongestTime);

    private void AddNeedsOfAJournal(ref OptionFaults faults)
    {
        if (JournalSync is not null) faults.Add(nameof(JournalSync), $"must be null without {nameof(Journal)}");
        if (RetryFailed) faults.Add(nameof(RetryFailed), $"must be false without {nameof(Journal)}");
        if (AcceptChanges) faults.Add(nameof(AcceptChanges), $"must be false without {nameof(Journal)}");
    }
}

/// <summary>What the failure of a task does to the others.</summary>
public enum FailurePolicy
{
    /// <summary>The join rules of its dependants judge it: those that need it are skipped, everything else runs.</summary>
    SkipDependants = 0,

    /// <summary>No further task begins; those that run go on to their end.</summary>
    StopPlan,

    /// <summary>Dependants take it for a success without a result, unless they ask for the failure.</summary>
    Continue,
}
