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
    private ValueTask<object?> Attempt(int task, int agent, CancellationToken cancellationToken) =>
        handlers[agent]!.HandleAsync(new PlannedTask(_graph, task), new TaskContext(table, task, agent, ++table.Attempts[task]), cancellationToken);
}
