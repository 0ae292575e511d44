namespace Halo.Scheduling;

/// <summary>The free slots of an agent, the lowest number first: slots come into use only when they are needed.</summary>
/// <param name="slots">How many there are.</param>
public sealed class SlotPool(int slots)
{
    private readonly PriorityQueue<int, int> _released = new();
    private int _used;

    /// <summary>Takes the lowest free slot; false when none is free. O(log slots).</summary>
    /// <param name="slot">The slot, from 0.</param>
    public bool TryTake(out int slot)
    {
        if (_released.TryDequeue(out slot, out _)) return true;
        slot = _used;
        if (_used == slots) return false;
        _used++;
        return true;
    }

    /// <summary>Gives a slot back. O(log slots).</summary>
    /// <param name="slot">The slot; it was taken.</param>
    public void Release(int slot) => _released.Enqueue(slot, slot);
}
