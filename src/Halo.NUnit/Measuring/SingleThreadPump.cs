namespace Halo.NUnit;

/// <summary>
/// Runs asynchronous code on the calling thread until it is done: continuations and tasks of the current scheduler come
/// back to this thread, so that what the system tells about the thread is about the code.
/// </summary>
internal sealed class SingleThreadPump : TaskScheduler
{
    private readonly Queue<Task> _queue = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private bool _done;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs the code; what it throws is thrown.</summary>
    public static void Run(Func<Task> code)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // it would take continuations away from the scheduler
        try
        {
            var pump = new SingleThreadPump();
            var task = Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.None, pump).Unwrap();
            _ = task.ContinueWith(_ => pump.End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, Default);
            while (pump.Take() is { } next) pump.TryExecuteTask(next);
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            _queue.Enqueue(task);
            Monitor.Pulse(_queue);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Thread.CurrentThread == _thread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue) return [.. _queue];
    }

    private Task? Take()
    {
        lock (_queue)
        {
            while (_queue.Count == 0 && !_done) Monitor.Wait(_queue);
            return _queue.TryDequeue(out var task) ? task : null;
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
