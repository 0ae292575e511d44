namespace Halo.Routing;

/// <summary>The free slots of an agent, the lowest number first: slots come into use only when they are needed.</summary>
internal sealed class SlotPool(int slots)
{
    private readonly PriorityQueue<int, int> _released = new();
    private int _used;

    public bool TryTake(out int slot)
    {
        if (_released.TryDequeue(out slot, out _)) return true;
        slot = _used;
        if (_used == slots) return false;
        _used++;
        return true;
    }

    public void Release(int slot) => _released.Enqueue(slot, slot);
}
