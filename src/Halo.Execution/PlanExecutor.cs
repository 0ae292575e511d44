using Halo.Routing;
using Halo.Rules;

namespace Halo.Execution;

/// <summary>
/// Runs plans in this process: a task begins as soon as its dependencies allow it and its agent and the run have room.
/// Safe to share between threads.
/// </summary>
/// <param name="time">The clock of timeouts, pauses, deadlines and reports; that of the system when null.</param>
public sealed class PlanExecutor(TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>
    /// Runs a plan. Handlers are called on the thread pool. O((tasks + edges) log tasks) beside the handlers, and less than
    /// 600 bytes a task.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="handlers">A handler for every agent that has tasks in the plan.</param>
    /// <param name="options">How to run it; the defaults when null.</param>
    /// <param name="cancellationToken">Lets nothing more begin and asks what runs to give up.</param>
    /// <returns>
    /// What became of every task, also when tasks failed and when the run was cancelled or met its deadline:
    /// <see cref="RunReport.End"/> tells. It waits for every handler that was called.
    /// </returns>
    /// <exception cref="HaloValidationException">An option is out of its range or a handler is missing; the exception names every one. Nothing has begun.</exception>
    public async Task<RunReport> RunAsync(RoutingPlan plan, TaskHandlers handlers, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(handlers);
        options ??= RunOptions.Default;
        options.ThrowIfInvalid();

        var table = new RunTable(plan);
        var invoker = new TaskInvoker(table, handlers.For(plan), new AgentPipelines(plan, handlers, options, _time));
        var dispatcher = new Dispatcher(table, new FallbackRouter(table, invoker, options.RouteAgain), options, _time);
        var started = _time.GetTimestamp();
        await using (var stopper = new RunStopper(dispatcher, options.Deadline, _time, cancellationToken))
        {
            dispatcher.Start();
            new TaskWorkers(dispatcher, invoker, stopper.Token).Wake();
            await dispatcher.Done.ConfigureAwait(false);
        }

        return new RunReport(table, EndOf(dispatcher.StopReason), started, _time.GetTimestamp(), _time);
    }

    private static RunEnd EndOf(OutcomeReason? stop) => stop switch
    {
        null => RunEnd.Completed,
        OutcomeReason.PlanStopped => RunEnd.Stopped,
        OutcomeReason.DeadlineMet => RunEnd.DeadlineMet,
        _ => RunEnd.Cancelled,
    };
}
