using System.Collections.Concurrent;

namespace Halo.Execution;

/// <summary>One run's view of slots that it shares with other runs. Not safe between threads, but for the offers.</summary>
/// <param name="shared">The slots of all runs.</param>
/// <param name="agents">The agents, with how many slots each has, as this run knows it.</param>
/// <param name="wake">Sees to it that a worker looks for tasks.</param>
internal sealed class SharedRoom(SharedSlots shared, AgentRegistry agents, Action wake)
{
    private readonly ConcurrentQueue<int> _offers = [];
    private AgentSlots[]? _slots; // null while no other run has entered: then this one counts for itself
    private AgentSlots.Waiter?[] _waiters = [];
    private int _offerCount; // never less than there are: most looks find none

    /// <summary>Takes a slot of an agent; without one the run waits for an offer.</summary>
    public bool TryTake(int agent)
    {
        if (_slots is null) return true;
        var (slots, limit) = (_slots[agent], agents[agent].MaxConcurrentTasks);
        if (slots.TryTake(limit, _waiters[agent])) return true;
        return _waiters[agent] is null && slots.TryTake(limit, _waiters[agent] = NewWaiter(agent));
    }

    /// <summary>Gives a slot back.</summary>
    public void Release(int agent) => _slots?[agent].Release();

    /// <summary>Another run has come: what this one uses counts for both from now on. Nothing when that is so already.</summary>
    /// <param name="free">The free slots of each agent, as this run knows it.</param>
    public void Share(ReadOnlySpan<int> free)
    {
        if (_slots is not null) return;
        _slots = shared.Of(agents);
        _waiters = new AgentSlots.Waiter?[_slots.Length];
        for (var agent = 0; agent < free.Length; agent++) _slots[agent].Use(agents[agent].MaxConcurrentTasks - free[agent]);
    }

    /// <summary>An agent of which a slot has come free.</summary>
    public bool TryGetOffer(out int agent)
    {
        agent = -1;
        if (Volatile.Read(ref _offerCount) == 0 || !_offers.TryDequeue(out agent)) return false;
        Interlocked.Decrement(ref _offerCount);
        return true;
    }

    /// <summary>Leaves a slot to the next run.</summary>
    /// <returns>Whether this run waited for it.</returns>
    public bool Decline(int agent) => _slots is not null && _waiters[agent] is { } waiter && _slots[agent].Leave(waiter);

    private AgentSlots.Waiter NewWaiter(int agent) => new(() =>
    {
        Interlocked.Increment(ref _offerCount);
        _offers.Enqueue(agent);
        wake();
    });
}
