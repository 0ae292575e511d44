namespace Halo.Execution;

/// <summary>
/// How many tasks of one agent run over several runs. A run that finds no slot waits in a line, and a slot that is given back
/// is offered to the first of it, so that no run starves another. Safe to share between threads.
/// </summary>
internal sealed class AgentSlots
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _line = [];
    private int _inUse;

    /// <summary>Takes a slot, if there is one and no other run is first in the line.</summary>
    /// <param name="limit">How many slots the agent has, as the run knows it.</param>
    /// <param name="waiter">Who is offered a slot later when there is none now; null to ask without waiting.</param>
    public bool TryTake(int limit, Waiter? waiter)
    {
        lock (_lock)
        {
            var first = _line.First?.Value;
            if (_inUse < limit && (first is null || ReferenceEquals(first, waiter)))
            {
                _inUse++;
                if (first is null) return true;
                Remove(first);
                _line.First?.Value.Offer();
                return true;
            }

            if (waiter is { Place: null }) waiter.Place = _line.AddLast(waiter);
            return false;
        }
    }

    /// <summary>Gives a slot back.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _inUse--;
            _line.First?.Value.Offer();
        }
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

    private void Remove(Waiter waiter)
    {
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
