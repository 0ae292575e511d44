using Polly;

namespace Halo.Execution;

/// <summary>Inside of the retry: an attempt that follows a pause waits for a slot of its agent.</summary>
internal sealed class SlotStrategy : ResilienceStrategy
{
    public static SlotStrategy Instance { get; } = new();

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            if (context.Properties.TryGetValue(TaskCall.Key, out var call)) await call.TakeSlotAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            return Outcome.FromException<TResult>(exception);
        }

        return await callback(context, state).ConfigureAwait(false);
    }
}
