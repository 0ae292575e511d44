namespace Halo.Execution;

/// <summary>
/// Ready tasks by agent, and the agents that could begin one, best task first: a heap of heaps, so that neither the number
/// of ready tasks nor of agents is searched. Not safe between threads.
/// </summary>
internal sealed class StartQueue
{
    private readonly PriorityQueue<int, int>[] _ready; // by agent; a task is its own priority
    private readonly int[] _room;
    private readonly PriorityQueue<int, int> _open; // agents by best task; entries that are out of date are passed over
    private readonly SharedRoom? _shared;
    private readonly int _limit;

    /// <summary>A queue without tasks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="priority">The order of tasks.</param>
    /// <param name="limit">How many tasks may run at one time; null for no limit.</param>
    /// <param name="shared">The slots that other runs use as well; null when this run has its own.</param>
    public StartQueue(RoutingPlan plan, TaskPriority priority, int? limit, SharedRoom? shared = null)
    {
        _shared = shared;
        _limit = limit ?? int.MaxValue;
        _ready = new PriorityQueue<int, int>[plan.Agents.Count];
        _room = new int[plan.Agents.Count];
        _open = new PriorityQueue<int, int>(priority);
        for (var agent = 0; agent < _ready.Length; agent++)
        {
            _ready[agent] = new PriorityQueue<int, int>(priority);
            _room[agent] = plan.Agents[agent].MaxConcurrentTasks;
        }
    }

    /// <summary>How many tasks are begun and not ended.</summary>
    public int Running { get; private set; }

    /// <summary>Whether a task could begin now, as far as this run knows.</summary>
    public bool HasStartable => Running < _limit && DropStale();

    public void Add(int task, int agent)
    {
        _ready[agent].Enqueue(task, task);
        if (_ready[agent].Peek() == task) Open(agent);
    }

    /// <summary>Begins the best task whose agent has room.</summary>
    public bool TryTake(out int task, out int agent)
    {
        if (_shared is not null && TryTakeOffered(out task, out agent)) return true;
        while (HasStartable)
        {
            agent = _open.Dequeue();
            if (_shared?.TryTake(agent) == false) continue; // another entry is made when a slot is offered
            task = Begin(agent);
            return true;
        }

        (task, agent) = (-1, -1);
        return false;
    }

    /// <summary>Frees the slot of a task that was begun.</summary>
    public void Release(int agent)
    {
        Running--;
        if (_room[agent]++ == 0) Open(agent);
        _shared?.Release(agent);
    }

    /// <summary>Another run uses the same slots from now on.</summary>
    public void Share() => _shared?.Share(_room);

    /// <summary>Waits for no slot of other runs, until the next task of their agents is to begin.</summary>
    public void Leave()
    {
        for (var agent = 0; _shared is not null && agent < _ready.Length; agent++)
        {
            if (_shared.Decline(agent)) Open(agent);
        }
    }

    // What this run waited for comes first: a slot that it does not take at once goes to the next run.
    private bool TryTakeOffered(out int task, out int agent)
    {
        while (_shared!.TryGetOffer(out agent))
        {
            if (Running < _limit && _room[agent] > 0 && _ready[agent].Count > 0)
            {
                if (!_shared.TryTake(agent)) continue;
                task = Begin(agent);
                return true;
            }

            _shared.Decline(agent);
            Open(agent);
        }

        (task, agent) = (-1, -1);
        return false;
    }

    private int Begin(int agent)
    {
        var task = _ready[agent].Dequeue();
        _room[agent]--;
        Running++;
        Open(agent);
        return task;
    }

    private void Open(int agent)
    {
        if (_room[agent] > 0 && _ready[agent].Count > 0) _open.Enqueue(agent, _ready[agent].Peek());
    }

    // An entry is out of date when its agent is full or its task has begun or is not the agent's best any more: in each
    // case another entry was or will be made.
    private bool DropStale()
    {
        while (_open.TryPeek(out var agent, out var task))
        {
            if (_room[agent] > 0 && _ready[agent].Count > 0 && _ready[agent].Peek() == task) return true;
            _open.Dequeue();
        }

        return false;
    }
}
