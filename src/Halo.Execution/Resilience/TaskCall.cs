using Polly;

namespace Halo.Execution;

/// <summary>One task at one agent, as the strategies of a pipeline see it. Its attempts never overlap.</summary>
internal sealed class TaskCall(TaskInvoker invoker, ITaskSlots slots, RunEvents? events, int task, int agent, CancellationToken run)
{
    /// <summary>Where a pipeline finds the call.</summary>
    public static readonly ResiliencePropertyKey<TaskCall> Key = new("Halo.TaskCall");

    private bool _isPaused;
    private bool _hasBegun;

    /// <summary>A pause before the next attempt begins. One without length keeps the slot.</summary>
    public void Pause(TimeSpan length, Exception? failure)
    {
        if (length <= TimeSpan.Zero || run.IsCancellationRequested) return;
        _isPaused = true;
        events?.Paused(task, length, failure is null ? OutcomeReason.HandlerFailed : FailureKind.ReasonOf(failure), failure);
        slots.Pause(task, agent);
    }

    /// <summary>Waits for a slot when the last pause gave it away.</summary>
    public ValueTask TakeSlotAsync(CancellationToken cancellationToken)
    {
        if (!_isPaused) return ValueTask.CompletedTask;
        _isPaused = false;
        return slots.ResumeAsync(task, agent, cancellationToken);
    }

    /// <summary>Makes an attempt.</summary>
    public ValueTask<object?> AttemptAsync(CancellationToken cancellationToken)
    {
        var isFurther = _hasBegun;
        _hasBegun = true;
        return invoker.Attempt(task, agent, isFurther, run, cancellationToken);
    }
}
