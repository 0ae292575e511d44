namespace Halo.Execution;

/// <summary>
/// How many tasks of one agent run over several runs. A run that finds no slot waits in a line, and a slot that is given back
/// is offered to the first of it, so that no run starves another. Safe to share between threads.
/// </summary>
/// <remarks>
/// While no run waits, a slot is taken and given back without the lock. A run that begins to wait first makes that known and
/// then looks once more; one that gives a slot back first gives it back and then looks for waiters. So one of the two sees the other.
/// </remarks>
internal sealed class AgentSlots
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _line = [];
    private int _inUse;
    private int _waiting; // the length of the line, written under the lock

    /// <summary>Takes a slot, if there is one and no other run is first in the line.</summary>
    /// <param name="limit">How many slots the agent has, as the run knows it.</param>
    /// <param name="waiter">Who is offered a slot later when there is none now; null to ask without waiting.</param>
    public bool TryTake(int limit, Waiter? waiter)
    {
        if (Volatile.Read(ref _waiting) == 0 && TryUse(limit)) return true;
        lock (_lock)
        {
            if (waiter is { Place: null })
            {
                waiter.Place = _line.AddLast(waiter);
                Interlocked.Increment(ref _waiting);
            }

            var first = _line.First?.Value;
            if ((first is not null && !ReferenceEquals(first, waiter)) || !TryUse(limit)) return false;
            if (first is null) return true;
            Remove(first);
            _line.First?.Value.Offer();
            return true;
        }
    }

    /// <summary>Counts slots that a run uses already.</summary>
    public void Use(int count) => Interlocked.Add(ref _inUse, count);

    /// <summary>Gives a slot back.</summary>
    public void Release()
    {
        Interlocked.Decrement(ref _inUse);
        if (Volatile.Read(ref _waiting) == 0) return;
        lock (_lock) _line.First?.Value.Offer();
    }

    /// <summary>Waits no longer; the next in the line is offered what this one does not take.</summary>
    /// <returns>Whether it waited.</returns>
    public bool Leave(Waiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Place is null) return false;
            Remove(waiter);
            _line.First?.Value.Offer();
            return true;
        }
    }

    private bool TryUse(int limit)
    {
        for (var used = Volatile.Read(ref _inUse); used < limit;)
        {
            var seen = Interlocked.CompareExchange(ref _inUse, used + 1, used);
            if (seen == used) return true;
            used = seen;
        }

        return false;
    }

    private void Remove(Waiter waiter)
    {
        Interlocked.Decrement(ref _waiting);
        _line.Remove(waiter.Place!);
        waiter.Place = null;
    }

    /// <summary>A run that waits for a slot of an agent. It must take what it is offered, or leave.</summary>
    /// <param name="offer">Called under a lock: it must only note the offer and see to it that a worker looks at it.</param>
    internal sealed class Waiter(Action offer)
    {
        public LinkedListNode<Waiter>? Place { get; set; }

        public void Offer() => offer();
    }
}
