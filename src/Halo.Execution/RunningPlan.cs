namespace Halo.Execution;

/// <summary>A plan that is being run, for those who want to watch.</summary>
public sealed class RunningPlan
{
    private readonly RunEvents _events;

    internal RunningPlan(RunEvents events, Task<RunReport> report) => (_events, Report) = (events, report);

    /// <summary>
    /// What happens, from the start of the run to its end; for one reader. The run does not wait for it: what is not read is
    /// kept.
    /// </summary>
    public IAsyncEnumerable<RunEvent> Events => _events.ReadAllAsync();

    /// <summary>What became of the plan, when it has ended; see <see cref="PlanExecutor.RunAsync(Halo.Routing.RoutingPlan, TaskHandlers, RunOptions?, CancellationToken)"/>.</summary>
    public Task<RunReport> Report { get; }
}
