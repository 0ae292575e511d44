using System.Diagnostics;
using Halo.Routing;

namespace Halo.Execution;

/// <summary>Calls handlers, through a pipeline where something asks for one.</summary>
internal sealed class TaskInvoker(RunTable table, ITaskHandler?[] handlers, AgentPipelines pipelines)
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
        return ExecutionTelemetry.WatchesAttempts ? Watch(task, agent, context, cancellationToken) : handlers[agent]!.HandleAsync(new PlannedTask(_graph, task), context, cancellationToken);
    }

    private async ValueTask<object?> Watch(int task, int agent, TaskContext context, CancellationToken cancellationToken)
    {
        using var activity = ExecutionTelemetry.BeginAttempt(_graph.IdOf(task), context.Agent);
        try
        {
            return await handlers[agent]!.HandleAsync(new PlannedTask(_graph, task), context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }
}
