namespace Halo.Execution;

/// <summary>
/// Ready tasks by agent, and the agents that could begin one, best task first: a heap of heaps, so that neither the number
/// of ready tasks nor of agents is searched. Not safe between threads.
/// </summary>
internal sealed class ReadyQueue
{
    private readonly TaskPriority _priority;
    private readonly TaskHeap[] _ready;
    private readonly int[] _room;
    private readonly PriorityQueue<int, int> _open; // agents by best task; entries that are out of date are passed over
    private readonly int _limit;

    public ReadyQueue(RoutingPlan plan, TaskPriority priority, int? limit)
    {
        _priority = priority;
        _limit = limit ?? int.MaxValue;
        _ready = new TaskHeap[plan.Agents.Count];
        _room = new int[plan.Agents.Count];
        _open = new PriorityQueue<int, int>(priority);
        for (var agent = 0; agent < _ready.Length; agent++)
        {
            _ready[agent] = new TaskHeap(priority);
            _room[agent] = plan.Agents[agent].MaxConcurrentTasks;
        }
    }

    /// <summary>How many tasks are begun and not ended.</summary>
    public int Running { get; private set; }

    /// <summary>Whether a task could begin now.</summary>
    public bool HasStartable => Running < _limit && DropStale();

    public void Add(int task, int agent)
    {
        _ready[agent].Add(task);
        if (_ready[agent].Best == task) Offer(agent);
    }

    /// <summary>Begins the best task whose agent has room.</summary>
    public bool TryTake(out int task, out int agent)
    {
        (task, agent) = (-1, -1);
        if (!HasStartable) return false;
        agent = _open.Dequeue();
        task = _ready[agent].Take();
        _room[agent]--;
        Running++;
        Offer(agent);
        return true;
    }

    /// <summary>Frees the slot of a task that was begun.</summary>
    public void Release(int agent)
    {
        Running--;
        if (_room[agent]++ == 0) Offer(agent);
    }

    private void Offer(int agent)
    {
        if (_room[agent] > 0 && _ready[agent].Count > 0) _open.Enqueue(agent, _ready[agent].Best);
    }

    // An entry is out of date when its agent is full or its task has begun or is not the agent's best any more: in each
    // case another entry was or will be made.
    private bool DropStale()
    {
        while (_open.TryPeek(out var agent, out var task))
        {
            if (_room[agent] > 0 && _ready[agent].Count > 0 && _ready[agent].Best == task) return true;
            _open.Dequeue();
        }

        return false;
    }
}
