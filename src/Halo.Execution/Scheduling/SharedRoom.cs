using System.Collections.Concurrent;

namespace Halo.Execution;

/// <summary>One run's view of slots that it shares with other runs. Not safe between threads, but for the offers.</summary>
/// <param name="slots">The slots of each agent.</param>
/// <param name="limits">How many slots each agent has, as this run knows it.</param>
/// <param name="wake">Sees to it that a worker looks for tasks.</param>
internal sealed class SharedRoom(AgentSlots[] slots, int[] limits, Action wake)
{
    private readonly AgentSlots.Waiter?[] _waiters = new AgentSlots.Waiter?[slots.Length];
    private readonly ConcurrentQueue<int> _offers = [];

    /// <summary>Takes a slot of an agent; without one the run waits for an offer.</summary>
    public bool TryTake(int agent) =>
        slots[agent].TryTake(limits[agent], _waiters[agent]) || (_waiters[agent] is null && slots[agent].TryTake(limits[agent], _waiters[agent] = NewWaiter(agent)));

    public void Release(int agent) => slots[agent].Release();

    /// <summary>An agent of which a slot has come free.</summary>
    public bool TryGetOffer(out int agent) => _offers.TryDequeue(out agent);

    /// <summary>Leaves a slot to the next run.</summary>
    /// <returns>Whether this run waited for it.</returns>
    public bool Decline(int agent) => _waiters[agent] is { } waiter && slots[agent].Leave(waiter);

    private AgentSlots.Waiter NewWaiter(int agent) => new(() =>
    {
        _offers.Enqueue(agent);
        wake();
    });
}
