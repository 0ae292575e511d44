using System.Diagnostics;

namespace Halo.Execution;

/// <summary>
/// Runs plans in this process: a task begins as soon as its dependencies allow it and its agent and the run have room. The
/// runs of one executor share the limits of agents, by name, unless <see cref="RunOptions.AgentLimitScope"/> says otherwise.
/// Safe to share between threads.
/// </summary>
/// <param name="time">The clock of timeouts, pauses, deadlines and reports; that of the system when null.</param>
/// <param name="router">
/// The router that learns from each task whether its agent succeeded, so that later plans are better; none when null.
/// </param>
public sealed class PlanExecutor(TimeProvider? time = null, HaloRouter? router = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SharedSlots _slots = new();

    /// <summary>
    /// Runs a plan. Handlers are called on the thread pool. O((tasks + edges) log tasks) beside the handlers, and less than
    /// 600 bytes a task.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="handlers">A handler for every agent that has tasks in the plan.</param>
    /// <param name="options">How to run it; the defaults when null.</param>
    /// <param name="cancellationToken">Lets nothing more begin and asks what runs to give up.</param>
    /// <returns>
    /// What became of every task, also when tasks failed, when the run was cancelled or exceeded its deadline, and when its journal
    /// could not be written: <see cref="RunReport.End"/> tells. It waits for every handler that was called.
    /// </returns>
    /// <exception cref="ArgumentException">Options are out of their ranges or do not go together; the message names each.</exception>
    /// <exception cref="HaloValidationException">A handler is missing, or returns what the journal cannot keep; the exception names every one. Or the
    /// journal cannot be resumed from; the exception names every line. Nothing has begun.</exception>
    /// <exception cref="IOException">The journal cannot be opened, or another run uses it; the message says who. Nothing has begun.</exception>
    public Task<RunReport> RunAsync(RoutingPlan plan, TaskHandlers handlers, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return RunAsync(new RunTable(plan), handlers, options, null, cancellationToken);
    }

    /// <summary>Runs a plan, and tells what happens while it happens.</summary>
    /// <inheritdoc cref="RunAsync(RoutingPlan, TaskHandlers, RunOptions?, CancellationToken)"/>
    /// <returns>The run; what <see cref="RunAsync(RoutingPlan, TaskHandlers, RunOptions?, CancellationToken)"/> throws is thrown by its report.</returns>
    public RunningPlan Begin(RoutingPlan plan, TaskHandlers handlers, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var table = new RunTable(plan);
        var events = new RunEvents(table, _time);
        return new RunningPlan(events, RunAsync(table, handlers, options, events, cancellationToken));
    }

    /// <summary>
    /// When each task would run if all took their estimates (a second where there is none), every task succeeded at its first
    /// attempt and every condition on a result held: by the limits and priorities of a real run. What only a failure lets
    /// begin is not scheduled. Nothing is called. O((tasks + edges) log tasks).
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How it would be run; the defaults when null. A journal is not looked at.</param>
    /// <exception cref="ArgumentException">Options are out of their ranges or do not go together; the message names each.</exception>
    public static Schedule Forecast(RoutingPlan plan, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= RunOptions.Default;
        OptionFault.ThrowIfAny(options.Faults());
        return RunForecast.Of(plan, options);
    }

    private async Task<RunReport> RunAsync(RunTable table, TaskHandlers handlers, RunOptions? options, RunEvents? events, CancellationToken cancellationToken)
    {
        var faults = new ListenerFaults();
        Activity? activity = null;
        Dispatcher? dispatcher = null;
        try
        {
            ArgumentNullException.ThrowIfNull(handlers);
            options ??= RunOptions.Default;
            OptionFault.ThrowIfAny(options.Faults());
            activity = ExecutionTelemetry.BeginRun(table.Plan.Graph, faults);
            var invoker = new TaskInvoker(table, handlers.For(table.Plan), new AgentPipelines(table.Plan, handlers, options, _time), events, faults, _time);
            table.RunId = options.RunId ?? Guid.NewGuid().ToString("N");
            using var journal = RunJournal.OpenIfNamed(options, table, handlers, _time, out var ended);
            dispatcher = new Dispatcher(table, new FallbackRouter(table, invoker, options, _time), journal, events, options, _slots, _time);
            var started = _time.GetTimestamp();
            await using (var stopper = new RunStopper(dispatcher, options.Deadline, faults, _time, cancellationToken))
            {
                dispatcher.Start(ended);
                var workers = new TaskWorkers(table, dispatcher, invoker, new OutcomeReporter(table.Plan, router, _time, faults), stopper);
                dispatcher.Wake = workers.Wake;
                workers.Wake();
                await dispatcher.Done.ConfigureAwait(false);
            }

            var journalFaults = journal?.Complete() ?? [];
            var end = EndOf(dispatcher.StopReason, journalFaults);
            var finished = _time.GetTimestamp();
            ExecutionTelemetry.EndRun(activity, end, faults);
            activity = null;
            return new RunReport(table, end, started, finished, _time, faults.All) { Faults = journalFaults };
        }
        finally
        {
            dispatcher?.Leave();
            ExecutionTelemetry.Stop(activity, faults);
            events?.Complete();
        }
    }

    private static RunEnd EndOf(OutcomeReason? stop, IReadOnlyList<Diagnostic> faults) => stop switch
    {
        null or OutcomeReason.PlanStopped when faults.Any(fault => fault.Severity == DiagnosticSeverity.Error) => RunEnd.JournalFailed,
        null => RunEnd.Completed,
        OutcomeReason.JournalFailed => RunEnd.JournalFailed,
        OutcomeReason.PlanStopped => RunEnd.Stopped,
        OutcomeReason.DeadlineExceeded => RunEnd.DeadlineExceeded,
        _ => RunEnd.Cancelled,
    };
}
