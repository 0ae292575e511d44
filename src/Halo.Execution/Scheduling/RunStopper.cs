namespace Halo.Execution;

/// <summary>Stops a run when its caller cancels it or its deadline is met, and asks the handlers to give up.</summary>
internal sealed class RunStopper : IAsyncDisposable
{
    private readonly Dispatcher _dispatcher;
    private readonly CancellationTokenSource _giveUp = new();
    private readonly ITimer? _deadline;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private Task _asked = Task.CompletedTask;

    public RunStopper(Dispatcher dispatcher, TimeSpan? deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        (_dispatcher, _caller) = (dispatcher, cancellationToken);
        _deadline = deadline is { } limit ? time.CreateTimer(_ => Stop(OutcomeReason.DeadlineMet), null, limit, Timeout.InfiniteTimeSpan) : null;
        _registration = cancellationToken.UnsafeRegister(_ => Stop(OutcomeReason.Cancelled), null);
    }

    /// <summary>What handlers listen to.</summary>
    public CancellationToken Token => _giveUp.Token;

    /// <summary>
    /// Whether handlers were asked to give up. Some listen to the caller's own token, which tells them first.
    /// </summary>
    public bool HasAsked => _giveUp.IsCancellationRequested || _caller.IsCancellationRequested
        || _dispatcher.StopReason is OutcomeReason.Cancelled or OutcomeReason.DeadlineMet;

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        if (_deadline is not null) await _deadline.DisposeAsync().ConfigureAwait(false);
        await Volatile.Read(ref _asked).ConfigureAwait(false);
        _giveUp.Dispose();
    }

    // The handlers' callbacks run elsewhere: whoever cancels must not wait for them.
    private void Stop(OutcomeReason reason)
    {
        _dispatcher.Stop(reason);
        Volatile.Write(ref _asked, _giveUp.CancelAsync());
    }
}
