namespace Halo.Execution;

/// <summary>
/// Calls handlers on the thread pool. A worker takes one task after the other while handlers answer at once, so that a
/// long chain is a loop; it has another worker woken when more could begin beside it.
/// </summary>
internal sealed class TaskWorkers(RunTable table, Dispatcher dispatcher, TaskInvoker invoker, OutcomeReporter reporter, RunStopper stopper) : IThreadPoolWorkItem
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private int _isWaking;

    /// <summary>Sees to it that a worker looks for tasks. One that is on its way is enough: it wakes the next.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isWaking, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        // Handlers see the ambient values of the caller that started the run.
        if (_context is not null) ExecutionContext.Restore(_context);
        Interlocked.Exchange(ref _isWaking, 0);
        while (dispatcher.TryBegin(out var task, out var agent, out var more))
        {
            if (more) Wake();
            _ = RunAsync(task, agent);
        }
    }

    // An asynchronous method, also because what a handler does to ambient values ends with it.
    private async Task RunAsync(int task, int agent)
    {
        var answersAtOnce = true;
        TaskEnd end;
        var watch = reporter.Begin(task, agent);
        try
        {
            var answer = invoker.Invoke(task, agent, dispatcher, stopper.Token);
            answersAtOnce = answer.IsCompleted;
            end = dispatcher.Keep(task, agent, TaskEnd.Success(await answer.ConfigureAwait(false)));
        }
        catch (Exception) when (stopper.HasAsked)
        {
            // Whatever it throws: drivers wrap the exception of a cancellation in their own.
            end = new TaskEnd(TaskOutcome.Interrupted, dispatcher.StopReason ?? OutcomeReason.Cancelled);
        }
        catch (Exception exception) when (table.UnreadOf(task) is not null)
        {
            // Not the task's fault, and so no failure for good.
            dispatcher.Stop(OutcomeReason.JournalFailed);
            end = new TaskEnd(TaskOutcome.Interrupted, OutcomeReason.JournalFailed, Failure: exception);
        }
        catch (Exception exception)
        {
            end = new TaskEnd(TaskOutcome.Failed, FailureKind.ReasonOf(exception), Failure: exception);
        }

        try
        {
            reporter.End(watch, agent, end);
            dispatcher.End(task, agent, end);
        }
        catch (Exception exception)
        {
            dispatcher.Break(exception);
        }

        if (!answersAtOnce) Wake();
    }
}
