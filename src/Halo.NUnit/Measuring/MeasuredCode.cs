namespace Halo.NUnit;

/// <summary>Code that is measured: it runs as often as told on the calling thread.</summary>
internal abstract class MeasuredCode
{
    /// <summary>Runs the code so many times.</summary>
    public abstract void Run(int calls);

    public static MeasuredCode Of(Action action) => new ActionCode(action);

    public static MeasuredCode Of<T>(Func<T> function)
    {
        // An unawaited task would be measured up to its first wait.
        if (typeof(Task).IsAssignableFrom(typeof(T)) || typeof(T) == typeof(ValueTask) || (typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ValueTask<>)))
            throw new ArgumentException("The code returns a task: measure it with MeasureAsync.", nameof(function));
        return new FunctionCode<T>(function);
    }

    public static MeasuredCode Of(Func<Task> function) => new AsyncCode(function);

    private sealed class ActionCode(Action action) : MeasuredCode
    {
        public override void Run(int calls)
        {
            for (var i = 0; i < calls; i++) action();
        }
    }

    private sealed class FunctionCode<T>(Func<T> function) : MeasuredCode
    {
        private T? _result;

        // Results are kept in a field, so that the compiler can neither leave the work out nor put it on the stack.
        public override void Run(int calls)
        {
            for (var i = 0; i < calls; i++) _result = function();
            GC.KeepAlive(_result);
        }
    }

    private sealed class AsyncCode(Func<Task> function) : MeasuredCode
    {
        public override void Run(int calls) => SingleThreadPump.Run(async () =>
        {
            for (var i = 0; i < calls; i++) await function();
        });
    }
}
