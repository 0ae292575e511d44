namespace Halo.Execution;

/// <summary>How a task ended, with what it left behind.</summary>
internal readonly record struct TaskEnd(TaskOutcome Outcome, OutcomeReason Reason, object? Result = null, Exception? Failure = null)
{
    public static TaskEnd Success(object? result) => new(TaskOutcome.Succeeded, OutcomeReason.Returned, result);
}
