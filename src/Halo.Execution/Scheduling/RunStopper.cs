namespace Halo.Execution;

/// <summary>Stops a run when its caller cancels it or its deadline has passed, and asks the handlers to give up.</summary>
internal sealed class RunStopper : IAsyncDisposable
{
    private readonly Dispatcher _dispatcher;
    private readonly CancellationTokenSource _giveUp = new();
    private readonly ITimer? _deadline;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private readonly ListenerFaults _faults;
    private Task _asked = Task.CompletedTask;

    public RunStopper(Dispatcher dispatcher, TimeSpan? deadline, ListenerFaults faults, TimeProvider time, CancellationToken cancellationToken)
    {
        (_dispatcher, _caller, _faults) = (dispatcher, cancellationToken, faults);
        _deadline = deadline is { } limit ? time.CreateTimer(_ => Stop(OutcomeReason.DeadlineExceeded), null, limit, Timeout.InfiniteTimeSpan) : null;
        _registration = cancellationToken.UnsafeRegister(_ => Stop(OutcomeReason.Cancelled), null);
    }

    /// <summary>What handlers listen to.</summary>
    public CancellationToken Token => _giveUp.Token;

    /// <summary>
    /// Whether handlers were asked to give up. Some listen to the caller's own token, which tells them first.
    /// </summary>
    public bool HasAsked => _giveUp.IsCancellationRequested || _caller.IsCancellationRequested
        || _dispatcher.StopReason is OutcomeReason.Cancelled or OutcomeReason.DeadlineExceeded;

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        if (_deadline is not null) await _deadline.DisposeAsync().ConfigureAwait(false);
        try
        {
            await Volatile.Read(ref _asked).ConfigureAwait(false);
        }
        catch (AggregateException fault)
        {
            foreach (var each in fault.Flatten().InnerExceptions) _faults.Add(each); // what callbacks of handlers threw
        }

        _giveUp.Dispose();
    }

    // The handlers' callbacks run elsewhere: the caller that cancels must not wait for them.
    private void Stop(OutcomeReason reason)
    {
        _dispatcher.Stop(reason);
        Volatile.Write(ref _asked, _giveUp.CancelAsync());
    }
}
