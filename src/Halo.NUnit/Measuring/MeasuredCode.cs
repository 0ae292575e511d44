namespace Halo.NUnit;

/// <summary>Code that is measured: it runs as often as told on the calling thread.</summary>
internal abstract class MeasuredCode
{
    private bool _hasRun;

    /// <summary>Runs the code so many times.</summary>
    /// <param name="calls">How often.</param>
    /// <param name="times">Notes how long each call takes; null for no notes.</param>
    /// <exception cref="ArgumentException">A call leaves its work to be done later, where it is not measured.</exception>
    public void Run(int calls, CallTimes? times = null)
    {
        if (_hasRun)
        {
            RunAll(calls, times);
        }
        else
        {
            _hasRun = true;
            RunFirst(calls, times);
        }
    }

    public static MeasuredCode Of(Action action) => new ActionCode(action);

    public static MeasuredCode Of<T>(Func<T> function)
    {
        UnfinishedWork.Refuse(typeof(T));
        return new FunctionCode<T>(function);
    }

    public static MeasuredCode Of(Func<Task> function) => new AsyncCode(function);

    protected abstract void RunAll(int calls, CallTimes? times);

    protected virtual void RunFirst(int calls, CallTimes? times) => AsyncVoidWatch.Run(() => RunAll(calls, times));

    private sealed class ActionCode(Action action) : MeasuredCode
    {
        protected override void RunAll(int calls, CallTimes? times)
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
        protected override void RunAll(int calls, CallTimes? times)
        {
            times?.Begin();
            for (var i = 0; i < calls; i++)
            {
                _result = function();
                times?.Note();
            }

            GC.KeepAlive(_result);
        }

        protected override void RunFirst(int calls, CallTimes? times)
        {
            base.RunFirst(calls, times);
            UnfinishedWork.Refuse(_result);
        }
    }

    private sealed class AsyncCode(Func<Task> function) : MeasuredCode
    {
        private Task _last = Task.CompletedTask;

        protected override void RunAll(int calls, CallTimes? times) => SingleThreadPump.Run(async () =>
        {
            times?.Begin();
            for (var i = 0; i < calls; i++)
            {
                await (_last = function());
                times?.Note();
            }
        });

        protected override void RunFirst(int calls, CallTimes? times)
        {
            RunAll(calls, times);
            UnfinishedWork.RefuseResultOf(_last);
        }
    }
}
