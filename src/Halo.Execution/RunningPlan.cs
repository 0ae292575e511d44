namespace Halo.Execution;

/// <summary>A plan that is being run, for those who want to watch. Safe to share between threads.</summary>
public sealed class RunningPlan
{
    private readonly RunEvents _events;

    internal RunningPlan(RunEvents events, Task<RunReport> report) => (_events, Report) = (events, report);

    /// <summary>
    /// What happens, in order, from the start of the run to its end. Any number of readers may read it, at the same time or
    /// later: each gets every event. The run waits for no reader. Events are kept as long as this object, about 100 bytes each.
    /// </summary>
    public IAsyncEnumerable<RunEvent> Events => _events;

    /// <summary>What became of the plan, when it has ended; see <see cref="PlanExecutor.RunAsync(Halo.Routing.RoutingPlan, TaskHandlers, RunOptions?, CancellationToken)"/>.</summary>
    public Task<RunReport> Report { get; }
}
