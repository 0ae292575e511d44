using System.Diagnostics;

namespace Halo.Execution;

/// <summary>Calls handlers, through a pipeline where something asks for one, and keeps their times.</summary>
internal sealed class TaskInvoker(RunTable table, ITaskHandler?[] handlers, AgentPipelines pipelines, TimeProvider time)
{
    private readonly TaskGraph _graph = table.Plan.Graph;

    public bool CanRun(int agent) => handlers[agent] is not null;

    public ValueTask<object?> Invoke(int task, int agent, CancellationToken cancellationToken) => pipelines.Of(task, agent) is { } pipeline
        ? pipeline.ExecuteAsync(static (call, token) => call.Invoker.Attempt(call.Task, call.Agent, token), (Invoker: this, Task: task, Agent: agent), cancellationToken)
        : Attempt(task, agent, cancellationToken);

    // Attempts at one task never overlap, so that counting them needs no lock.
    private ValueTask<object?> Attempt(int task, int agent, CancellationToken cancellationToken)
    {
        var context = new TaskContext(table, task, agent, ++table.Attempts[task]);
        if (ExecutionTelemetry.WatchesAttempts) return Watch(task, agent, context, cancellationToken);
        var started = context.Attempt == 1 ? table.Started[task] : time.GetTimestamp();
        var answer = Call(task, agent, context, cancellationToken);
        return answer.IsCompletedSuccessfully && context.Attempt == 1 ? answer : Time(answer, task, agent, context.Attempt, started);
    }

    private async ValueTask<object?> Watch(int task, int agent, TaskContext context, CancellationToken cancellationToken)
    {
        using var activity = ExecutionTelemetry.BeginAttempt(_graph.IdOf(task), context.Agent);
        var started = time.GetTimestamp();
        try
        {
            return await Time(Call(task, agent, context, cancellationToken), task, agent, context.Attempt, started).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private async ValueTask<object?> Time(ValueTask<object?> answer, int task, int agent, int attempt, long started)
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
            throw;
        }
    }

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
