namespace Halo.Execution;

/// <summary>A handler that is a delegate with a result.</summary>
internal sealed class ResultHandler<T>(Func<PlannedTask, TaskContext, CancellationToken, ValueTask<T>> handle) : ITaskHandler
{
    public ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken)
    {
        var running = handle(task, context, cancellationToken);
        return running.IsCompletedSuccessfully ? new ValueTask<object?>(running.Result) : Await(running);
    }

    private static async ValueTask<object?> Await(ValueTask<T> running) => await running.ConfigureAwait(false);
}

/// <summary>A handler that is a delegate without a result.</summary>
internal sealed class ActionHandler(Func<PlannedTask, TaskContext, CancellationToken, ValueTask> handle) : ITaskHandler
{
    public ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken)
    {
        var running = handle(task, context, cancellationToken);
        return running.IsCompletedSuccessfully ? default : Await(running);
    }

    private static async ValueTask<object?> Await(ValueTask running)
    {
        await running.ConfigureAwait(false);
        return null;
    }
}
