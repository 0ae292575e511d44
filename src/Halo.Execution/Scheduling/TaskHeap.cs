namespace Halo.Execution;

/// <summary>A binary heap of task indices, best first.</summary>
internal sealed class TaskHeap(TaskPriority priority)
{
    private int[] _items = [];

    public int Count { get; private set; }

    /// <summary>The best task; only when there is one.</summary>
    public int Best => _items[0];

    public void Add(int task)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(4, Count * 2));
        var at = Count++;
        for (; at > 0 && priority.Compare(task, _items[(at - 1) / 2]) < 0; at = (at - 1) / 2) _items[at] = _items[(at - 1) / 2];
        _items[at] = task;
    }

    public int Take()
    {
        var best = _items[0];
        var last = _items[--Count];
        var at = 0;
        for (var child = 1; child < Count; child = (2 * at) + 1)
        {
            if (child + 1 < Count && priority.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (priority.Compare(last, _items[child]) <= 0) break;
            _items[at] = _items[child];
            at = child;
        }

        if (Count > 0) _items[at] = last;
        return best;
    }
}
