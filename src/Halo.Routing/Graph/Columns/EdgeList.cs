namespace Halo.Routing;

/// <summary>Dependencies in the order in which they were given: task <c>From[i]</c> before task <c>To[i]</c>.</summary>
internal sealed class EdgeList
{
    private int[] _from;
    private int[] _to;

    public EdgeList(int capacity) => (_from, _to) = (new int[capacity], new int[capacity]);

    public int Count { get; private set; }

    public ReadOnlySpan<int> From => _from.AsSpan(0, Count);

    public ReadOnlySpan<int> To => _to.AsSpan(0, Count);

    public void Add(int from, int to)
    {
        if (Count == _from.Length)
        {
            var larger = Math.Max(4, Count * 2);
            Array.Resize(ref _from, larger);
            Array.Resize(ref _to, larger);
        }

        _from[Count] = from;
        _to[Count++] = to;
    }

    /// <summary>For each task the tasks it depends on, repeats included.</summary>
    public AdjacencyLists GroupByTo(int taskCount) => AdjacencyLists.Group(To, From, taskCount);

    /// <summary>For each task the tasks that depend on it, repeats included.</summary>
    public AdjacencyLists GroupByFrom(int taskCount) => AdjacencyLists.Group(From, To, taskCount);

    /// <summary>The same edges without repeats; the first of equal ones stays.</summary>
    public EdgeList Distinct()
    {
        var seen = new HashSet<(int, int)>();
        var distinct = new EdgeList(Count);
        for (var i = 0; i < Count; i++)
        {
            if (seen.Add((_from[i], _to[i]))) distinct.Add(_from[i], _to[i]);
        }

        return distinct;
    }
}
