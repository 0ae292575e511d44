namespace Halo.Execution;

/// <summary>Does the tasks of an agent. It is called for several tasks at one time, up to the agent's capacity.</summary>
public interface ITaskHandler
{
    /// <summary>Does one attempt at a task. Throwing means that it failed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="context">The attempt, and the results of the dependencies.</param>
    /// <param name="cancellationToken">
    /// Asks to give up: the attempt took too long, or the run was cancelled or exceeded its deadline. The run waits for a handler
    /// that does not listen, and an answer that comes late still counts.
    /// </param>
    /// <returns>The result, which dependants can read; null for none.</returns>
    ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken);
}
