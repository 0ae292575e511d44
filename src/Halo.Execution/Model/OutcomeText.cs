namespace Halo.Execution;

/// <summary>What people read of outcomes.</summary>
public static class OutcomeText
{
    /// <summary>An outcome in a word or two.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Of(TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Succeeded => "done",
        TaskOutcome.Failed => "failed",
        TaskOutcome.Skipped => "skipped",
        TaskOutcome.Interrupted => "interrupted",
        TaskOutcome.NotRun => "not run",
        _ => "open",
    };

    /// <summary>A reason as a clause: "its handler failed".</summary>
    /// <param name="reason">The reason.</param>
    public static string Of(OutcomeReason reason) => reason switch
    {
        OutcomeReason.CompletedBefore => "completed before the run",
        OutcomeReason.Resumed => "known from the journal",
        OutcomeReason.HandlerFailed => "its handler failed",
        OutcomeReason.TimedOut => "it took too long",
        OutcomeReason.CircuitOpen => "its agent is left alone for a while",
        OutcomeReason.DependencyFailed => "a dependency failed",
        OutcomeReason.ConditionNotMet => "the condition on a dependency was not met",
        OutcomeReason.DependencySkipped => "a dependency was not run",
        OutcomeReason.Unassigned => "it has no agent",
        OutcomeReason.PlanStopped => "another task failed",
        OutcomeReason.Cancelled => "the run was cancelled",
        OutcomeReason.DeadlineExceeded => "the deadline has passed",
        OutcomeReason.ResultNotKept => "the journal cannot keep its result",
        OutcomeReason.JournalFailed => "the journal failed",
        _ => "its handler returned",
    };
}
