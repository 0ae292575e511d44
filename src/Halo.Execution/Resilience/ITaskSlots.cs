namespace Halo.Execution;

/// <summary>The slots of agents, as the attempts at a task see them. Safe to share between threads.</summary>
internal interface ITaskSlots
{
    /// <summary>Gives the slot of a task to others while the task pauses.</summary>
    void Pause(int task, int agent);

    /// <summary>Takes a slot again after a pause, by the priority of the task.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the task has no slot.</exception>
    ValueTask ResumeAsync(int task, int agent, CancellationToken cancellationToken);
}
