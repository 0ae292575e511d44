namespace Halo.Scheduling;

/// <summary>
/// Event-driven list scheduling (Graham 1969) of tasks that have one agent each: whenever a task ends, the most urgent
/// ready tasks take the free slots of their agents. O((tasks + edges) log tasks); nothing is allocated per task.
/// </summary>
internal sealed class FixedAgentScheduler
{
    private readonly SchedulingProblem _problem;
    private readonly Placements _placements;
    private readonly double[]? _figures;
    private readonly int[] _waiting;
    private readonly int[] _position;
    private readonly ReadyTasks?[] _ready;
    private readonly SlotPool?[] _free;
    private readonly Queue<int> _open = new(); // agents that have ready tasks or slots that were freed now
    private readonly bool[] _isOpen;
    private readonly PriorityQueue<int, double> _running = new();

    public FixedAgentScheduler(SchedulingProblem problem)
    {
        _problem = problem;
        _placements = new Placements(problem.Count);
        _figures = TaskPriorities.Of(problem);
        _waiting = problem.CountWaiting();
        _position = problem.Graph.Positions();
        _ready = new ReadyTasks?[problem.Slots.Length];
        _free = new SlotPool?[problem.Slots.Length];
        _isOpen = new bool[problem.Slots.Length];
    }

    public Placements Run()
    {
        foreach (var task in _problem.Graph.Order)
        {
            if (_waiting[task] == 0) MakeReady(task, 0);
        }

        StartOpen(0);
        while (_running.TryPeek(out _, out var now))
        {
            // Everything that ends at this moment ends before anything starts.
            while (_running.TryPeek(out var task, out var end) && end == now)
            {
                _running.Dequeue();
                End(task, now);
            }

            StartOpen(now);
        }

        return _placements;
    }

    private void MakeReady(int task, double now)
    {
        if (!_problem.HasOptions(task)) return;
        var agent = AgentOf(task);
        var figure = _problem.IsHeld(task) ? double.PositiveInfinity : _figures is null ? -now : _figures[task];
        (_ready[agent] ??= new ReadyTasks()).Add(task, figure, _position[task]);
        Open(agent);
    }

    private void End(int task, double now)
    {
        var agent = AgentOf(task);
        _free[agent]!.Release(_placements.Slot[task]);
        if (_ready[agent] is { Count: > 0 }) Open(agent);
        foreach (var dependant in _problem.Graph.DependantsOf(task))
        {
            if (_problem.WaitsFor(dependant, task) && --_waiting[dependant] == 0) MakeReady(dependant, now);
        }
    }

    private void Open(int agent)
    {
        if (_isOpen[agent]) return;
        _isOpen[agent] = true;
        _open.Enqueue(agent);
    }

    private void StartOpen(double now)
    {
        while (_open.TryDequeue(out var agent))
        {
            _isOpen[agent] = false;
            var (ready, free) = (_ready[agent], _free[agent] ??= new SlotPool(_problem.Slots[agent]));
            while (ready is { Count: > 0 } && free.TryTake(out var slot))
            {
                var task = ready.Take();
                var option = _problem.OptionStarts[task];
                _placements.Place(task, option, slot, now);
                _running.Enqueue(task, now + _problem.OptionSeconds[option]);
            }
        }
    }

    private int AgentOf(int task) => _problem.OptionAgents[_problem.OptionStarts[task]];
}
