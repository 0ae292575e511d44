namespace Halo.NUnit;

/// <summary>Code that is measured: it runs as often as told on the calling thread.</summary>
internal abstract class MeasuredCode
{
    /// <summary>Runs the code so many times.</summary>
    /// <param name="calls">How often.</param>
    /// <param name="times">Notes how long each call takes; null when nobody asks.</param>
    public abstract void Run(int calls, CallTimes? times = null);

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
        public override void Run(int calls, CallTimes? times)
        {
            times?.Begin();
            for (var i = 0; i < calls; i++)
            {
                action();
                times?.Note();
            }
        }
    }

    private sealed class FunctionCode<T>(Func<T> function) : MeasuredCode
    {
        private T? _result;

        // Results are kept in a field, so that the compiler can neither leave the work out nor put it on the stack.
        public override void Run(int calls, CallTimes? times)
        {
            times?.Begin();
            for (var i = 0; i < calls; i++)
            {
                _result = function();
                times?.Note();
            }

            GC.KeepAlive(_result);
        }
    }

    private sealed class AsyncCode(Func<Task> function) : MeasuredCode
    {
        public override void Run(int calls, CallTimes? times) => SingleThreadPump.Run(async () =>
        {
            times?.Begin();
            for (var i = 0; i < calls; i++)
            {
                await function();
                times?.Note();
            }
        });
    }
}
