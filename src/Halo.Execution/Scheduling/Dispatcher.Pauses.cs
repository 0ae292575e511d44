namespace Halo.Execution;

/// <summary>Tasks that have begun and hold no slot: between two attempts, or until a circuit may close.</summary>
internal sealed partial class Dispatcher : ITaskSlots
{
    /// <inheritdoc/>
    public void Pause(int task, int agent)
    {
        lock (_lock)
        {
            _paused.Add(task);
            _ready.Release(agent);
        }

        Wake();
    }

    /// <inheritdoc/>
    public async ValueTask ResumeAsync(int task, int agent, CancellationToken cancellationToken)
    {
        Task granted;
        lock (_lock)
        {
            granted = _paused.Wait(task);
            _ready.Add(task, agent);
        }

        Wake();
        using (cancellationToken.UnsafeRegister(_ => Withdraw(task, agent), null)) await granted.ConfigureAwait(false);
    }

    // At another agent, or at one whose circuit may close.
    private void GoOn(int task, int agent, NextAgent next, in TaskEnd end)
    {
        if (next.Agent != agent) _events?.RoutedAgain(task, end);
        if (next.Wait == TimeSpan.Zero)
        {
            _ready.Add(task, next.Agent);
            return;
        }

        _events?.Paused(task, next.Wait, end.Reason, end.Failure);
        _circuits.Add(task, next.Agent, next.Wait);
    }

    // Something succeeded at the agent: its circuit is closed.
    private void Follow(int agent)
    {
        if (_circuits.TakeAll(agent) is not { } waiting) return;
        foreach (var task in waiting) _ready.Add(task, agent);
    }

    private void TryAgain(int agent)
    {
        lock (_lock)
        {
            if (_done.Task.IsCompleted || !_circuits.TryTakeOne(agent, out var task)) return;
            _ready.Add(task, agent);
        }

        Wake();
    }

    private void Withdraw(int task, int agent)
    {
        lock (_lock) _paused.Withdraw(task, agent);
    }
}
