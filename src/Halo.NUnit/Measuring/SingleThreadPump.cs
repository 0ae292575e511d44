namespace Halo.NUnit;

/// <summary>
/// Runs asynchronous code on the calling thread until it is done: continuations and tasks of the current scheduler come
/// back to this thread, so that what the system tells about the thread is about the code.
/// </summary>
internal sealed class SingleThreadPump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private bool _done;

    /// <summary>Runs the code; what it throws is thrown.</summary>
    public static void Run(Func<Task> code)
    {
        var outer = Current;
        var pump = new SingleThreadPump();
        SetSynchronizationContext(pump);
        try
        {
            var task = Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.FromCurrentSynchronizationContext()).Unwrap();
            _ = task.ContinueWith(_ => pump.End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            pump.RunQueue();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_queue)
        {
            _queue.Enqueue((d, state));
            Monitor.Pulse(_queue);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == _thread)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                finally
                {
                    done.Set();
                }
            },
            null);
        done.Wait();
    }

    public override SynchronizationContext CreateCopy() => this;

    private void RunQueue()
    {
        while (Take() is { Callback: { } callback } item) callback(item.State);
    }

    private (SendOrPostCallback? Callback, object? State) Take()
    {
        lock (_queue)
        {
            while (_queue.Count == 0 && !_done) Monitor.Wait(_queue);
            return _queue.Count > 0 ? _queue.Dequeue() : default;
        }
    }

    private void End()
    {
        lock (_queue)
        {
            _done = true;
            Monitor.Pulse(_queue);
        }
    }
}
