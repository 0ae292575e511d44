using System.Runtime.CompilerServices;

namespace Halo.Execution;

/// <summary>
/// What happens in a run, in order. All of it is kept, so that each reader sees everything from the start; the run waits for
/// no reader. Safe to share between threads.
/// </summary>
internal sealed class RunEvents(RunTable table, TimeProvider time) : IAsyncEnumerable<RunEvent>
{
    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];
    private readonly long _started = time.GetTimestamp();
    private TaskCompletionSource? _more; // of the readers that have read everything so far
    private bool _isComplete;

    public IAsyncEnumerator<RunEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    public void Began(int task) => Write(Of(RunEventKind.Began, task) with { Attempt = table.Attempts[task] + 1 });

    public void BeganAgain(int task) => Write(Of(RunEventKind.BeganAgain, task));

    public void AttemptFailed(int task, OutcomeReason reason, Exception failure) => Write(Of(RunEventKind.AttemptFailed, task) with { Reason = reason, Failure = failure });

    public void Paused(int task, TimeSpan pause, OutcomeReason reason, Exception? failure) =>
        Write(Of(RunEventKind.Paused, task) with { Reason = reason, Pause = pause, Failure = failure });

    public void RoutedAgain(int task, in TaskEnd cause) => Write(Of(RunEventKind.RoutedAgain, task) with { Reason = cause.Reason, Failure = cause.Failure });

    public void Ended(int task, in TaskEnd end) =>
        Write(Of(RunEventKind.Ended, task) with { Outcome = end.Outcome, Reason = end.Reason, Failure = end.Failure, Result = end.Result });

    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            _more?.TrySetResult();
        }
    }

    private RunEvent Of(RunEventKind kind, int task)
    {
        var agent = table.Agents[task];
        return new RunEvent(kind, table.Plan.Graph.IdOf(task), agent < 0 ? null : table.Plan.Agents[agent].Name, default) { Attempt = table.Attempts[task] };
    }

    private void Write(RunEvent happened)
    {
        lock (_lock)
        {
            _events.Add(happened with { At = time.GetElapsedTime(_started) }); // here, so that times never go back
            _more?.TrySetResult();
            _more = null;
        }
    }

    private async IAsyncEnumerable<RunEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = 0; ;)
        {
            if (TryGet(next, out var happened, out var more))
            {
                next++;
                yield return happened!;
            }
            else if (more is null) yield break;
            else await more.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Without an event: the wait for the next one, or null after the last one.
    private bool TryGet(int index, out RunEvent? happened, out Task? more)
    {
        lock (_lock)
        {
            happened = index < _events.Count ? _events[index] : null;
            more = happened is not null || _isComplete ? null : (_more ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            return happened is not null;
        }
    }
}
