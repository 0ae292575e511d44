namespace Halo.Execution;

/// <summary>Something that happened in a run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Task">The id of the task.</param>
/// <param name="Agent">The agent that begins or ended it; null when nobody did.</param>
/// <param name="At">When, from the start of the run.</param>
/// <param name="Outcome">How the task ended; <see cref="TaskOutcome.Open"/> when it did not.</param>
/// <param name="Reason">Why it ended, or why it is routed again.</param>
public readonly record struct RunEvent(RunEventKind Kind, string Task, string? Agent, TimeSpan At, TaskOutcome Outcome = TaskOutcome.Open, OutcomeReason Reason = OutcomeReason.Returned);

/// <summary>What happened to a task.</summary>
public enum RunEventKind
{
    /// <summary>It begins at an agent.</summary>
    Began = 0,

    /// <summary>Its agent could not do it, and it waits for another one.</summary>
    RoutedAgain,

    /// <summary>It ended; also without a begin, when it was skipped or not run.</summary>
    Ended,
}
