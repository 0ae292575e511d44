namespace Halo.Routing;

/// <summary>For each task a list of tasks, in two arrays (compressed sparse rows).</summary>
internal readonly struct AdjacencyLists
{
    private readonly int[] _start;
    private readonly int[] _items;

    private AdjacencyLists(int[] start, int[] items) => (_start, _items) = (start, items);

    public int ItemCount => _items.Length;

    public ReadOnlySpan<int> this[int task] => _items.AsSpan(_start[task], _start[task + 1] - _start[task]);

    public int LengthOf(int task) => _start[task + 1] - _start[task];

    /// <summary>Whether some list has an item twice. O(items), for long lists with a mark for each task.</summary>
    public bool HasRepeats()
    {
        const int Short = 16;
        int[]? lastSeenBy = null;
        var taskCount = _start.Length - 1;
        for (var task = 0; task < taskCount; task++)
        {
            var list = this[task];
            if (list.Length <= Short)
            {
                for (var i = 1; i < list.Length; i++)
                {
                    if (list[..i].Contains(list[i])) return true;
                }

                continue;
            }

            lastSeenBy ??= new int[taskCount];
            foreach (var other in list)
            {
                if (lastSeenBy[other] == task + 1) return true;
                lastSeenBy[other] = task + 1;
            }
        }

        return false;
    }

    /// <summary>Collects the values of equal keys, in the order in which they come: a counting sort. O(keys + tasks).</summary>
    public static AdjacencyLists Group(ReadOnlySpan<int> keys, ReadOnlySpan<int> values, int taskCount)
    {
        var start = new int[taskCount + 1];
        foreach (var key in keys) start[key + 1]++;
        for (var task = 0; task < taskCount; task++) start[task + 1] += start[task];

        var items = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++) items[start[keys[i]]++] = values[i];

        // Filling moved each start to its end, which is the next one's start: move them back.
        for (var task = taskCount; task > 0; task--) start[task] = start[task - 1];
        start[0] = 0;
        return new AdjacencyLists(start, items);
    }
}
