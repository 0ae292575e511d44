namespace Halo.Routing;

/// <summary>
/// Kahn's algorithm (1962) with a first-in-first-out queue: roots in insertion order, dependants in edge order. Tasks come
/// out in order of depth, so waves are ranges of the order. O(tasks + edges), no recursion.
/// </summary>
/// <param name="Tasks">Task indices in order; shorter than the graph when it has a cycle.</param>
/// <param name="WaveStarts">Where in the order each wave begins, and the end of the last.</param>
internal sealed record TopologicalOrder(int[] Tasks, int[] WaveStarts)
{
    public static TopologicalOrder Of(AdjacencyLists dependencies, AdjacencyLists dependants, int taskCount)
    {
        var waiting = new int[taskCount];
        var order = new int[taskCount];
        var tail = 0;
        for (var task = 0; task < taskCount; task++)
        {
            waiting[task] = dependencies.LengthOf(task);
            if (waiting[task] == 0) order[tail++] = task;
        }

        var waves = new WaveList();
        for (var head = 0; head < tail;)
        {
            waves.Add(head);
            for (var end = tail; head < end; head++)
            {
                foreach (var next in dependants[order[head]])
                {
                    if (--waiting[next] == 0) order[tail++] = next;
                }
            }
        }

        waves.Add(tail);
        if (tail < taskCount) Array.Resize(ref order, tail);
        return new TopologicalOrder(order, waves.ToArray());
    }

    private struct WaveList
    {
        private int[] _starts = new int[8];
        private int _count;

        public WaveList()
        {
        }

        public void Add(int start)
        {
            if (_count == _starts.Length) Array.Resize(ref _starts, _count * 2);
            _starts[_count++] = start;
        }

        public readonly int[] ToArray() => _starts.AsSpan(0, _count).ToArray();
    }
}
