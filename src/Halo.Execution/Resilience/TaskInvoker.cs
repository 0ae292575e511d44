using System.Diagnostics;
using Polly;

namespace Halo.Execution;

/// <summary>Calls handlers, through a pipeline where something asks for one, and keeps their times.</summary>
internal sealed class TaskInvoker(RunTable table, ITaskHandler?[] handlers, AgentPipelines pipelines, RunEvents? events, ListenerFaults faults, TimeProvider time)
{
    private readonly TaskGraph _graph = table.Plan.Graph;

    public bool CanRun(int agent) => handlers[agent] is not null;

    /// <summary>How attempts at a task are repeated at an agent; null when they are not.</summary>
    public RetrySettings? RetryOf(int task, int agent) => pipelines.SettingsOf(task, agent).Retry;

    /// <summary>Makes as many attempts as the settings ask for.</summary>
    public ValueTask<object?> Invoke(int task, int agent, ITaskSlots slots, CancellationToken cancellationToken) => pipelines.Of(task, agent) is { } pipeline
        ? Execute(pipeline, new TaskCall(this, slots, events, task, agent, cancellationToken), cancellationToken)
        : Attempt(task, agent, isFurther: false, cancellationToken, cancellationToken);

    /// <summary>Makes one attempt. Those at one task never overlap, so that counting them needs no lock.</summary>
    /// <param name="task">The task.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="isFurther">Whether the agent has tried it before without another one between them.</param>
    /// <param name="run">Whether the run is asked to end.</param>
    /// <param name="cancellationToken">Whether the attempt is asked to end.</param>
    public ValueTask<object?> Attempt(int task, int agent, bool isFurther, CancellationToken run, CancellationToken cancellationToken)
    {
        var context = new TaskContext(table, task, agent, ++table.Attempts[task]);
        if (isFurther) events?.BeganAgain(task);
        if (ExecutionTelemetry.WatchesAttempts || run != cancellationToken) return Watch(task, agent, context, run, cancellationToken);
        var started = context.Attempt == 1 ? table.Started[task] : time.GetTimestamp();
        var answer = Call(task, agent, context, cancellationToken);
        return answer.IsCompletedSuccessfully && context.Attempt == 1 ? answer : Time(answer, task, agent, context.Attempt, started, run, cancellationToken);
    }

    private static async ValueTask<object?> Execute(ResiliencePipeline pipeline, TaskCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(TaskCall.Key, call);
            return await pipeline.ExecuteAsync(static (context, call) => call.AttemptAsync(context.CancellationToken), context, call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<object?> Watch(int task, int agent, TaskContext context, CancellationToken run, CancellationToken cancellationToken)
    {
        var activity = ExecutionTelemetry.WatchesAttempts ? ExecutionTelemetry.BeginAttempt(_graph.IdOf(task), context.Agent, faults) : null;
        using var token = run == cancellationToken ? null : new AttemptToken(faults, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            return await Time(Call(task, agent, context, token?.Token ?? cancellationToken), task, agent, context.Attempt, started, run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
        finally
        {
            ExecutionTelemetry.Stop(activity, faults);
        }
    }

    private async ValueTask<object?> Time(ValueTask<object?> answer, int task, int agent, int attempt, long started, CancellationToken run, CancellationToken cancellationToken)
    {
        try
        {
            var result = await answer.ConfigureAwait(false);
            if (attempt > 1) table.AddAttempt(task, new AttemptTimes(agent, started, time.GetTimestamp(), null));
            return result;
        }
        catch (Exception exception)
        {
            table.AddAttempt(task, new AttemptTimes(agent, started, time.GetTimestamp(), exception));

            // What the run asked to give up has not failed.
            if (!run.IsCancellationRequested) events?.AttemptFailed(task, ReasonOf(exception, cancellationToken), exception);
            throw;
        }
    }

    private static OutcomeReason ReasonOf(Exception failure, CancellationToken attempt) =>
        failure is OperationCanceledException && attempt.IsCancellationRequested ? OutcomeReason.TimedOut : FailureKind.ReasonOf(failure);

    // A handler may throw before it gives an answer that could be awaited.
    private ValueTask<object?> Call(int task, int agent, TaskContext context, CancellationToken cancellationToken)
    {
        try
        {
            return handlers[agent]!.HandleAsync(new PlannedTask(_graph, task), context, cancellationToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<object?>(exception);
        }
    }
}
