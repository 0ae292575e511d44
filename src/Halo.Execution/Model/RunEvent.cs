namespace Halo.Execution;

/// <summary>Something that happened in a run. Immutable.</summary>
/// <param name="Kind">What.</param>
/// <param name="Task">The id of the task.</param>
/// <param name="Agent">The agent that does, did or is to do the task; null when there is none.</param>
/// <param name="At">When, from the start of the run.</param>
public sealed record RunEvent(RunEventKind Kind, string Task, string? Agent, TimeSpan At)
{
    /// <summary>How the task ended; <see cref="TaskOutcome.Open"/> when it did not.</summary>
    public TaskOutcome Outcome { get; init; }

    /// <summary>Why the task ended, is routed again or pauses, or why the attempt failed.</summary>
    public OutcomeReason Reason { get; init; }

    /// <summary>Which attempt it is about, from 1, over all agents; 0 when there has been none.</summary>
    public int Attempt { get; init; }

    /// <summary>How long the task pauses; zero for any other event than <see cref="RunEventKind.Paused"/>.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>What was thrown; null when nothing was.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What the handler returned; null for any other event than the end of a task that succeeded.</summary>
    public object? Result { get; init; }
}

/// <summary>What happened to a task.</summary>
public enum RunEventKind
{
    /// <summary>It begins at an agent.</summary>
    Began = 0,

    /// <summary>Its agent could not do it, and it waits for another one.</summary>
    RoutedAgain,

    /// <summary>It ended; also without a begin, when it was skipped or not run.</summary>
    Ended,

    /// <summary>An attempt failed. What follows is another event: a pause, another attempt, another agent or the end.</summary>
    AttemptFailed,

    /// <summary>
    /// It waits before its next attempt, and its agent's slot is free for others meanwhile. With the reason
    /// <see cref="OutcomeReason.CircuitOpen"/> it waits for a circuit, since every agent that could do it has an open one.
    /// </summary>
    Paused,

    /// <summary>A further attempt at the same agent begins.</summary>
    BeganAgain,
}
