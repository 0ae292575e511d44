namespace Halo.Scheduling;

/// <summary>
/// List scheduling that chooses each task's agent: the most urgent task whose dependencies are placed goes to the
/// candidate that the selection prefers, as early as it fits there. With earliest finish and upward ranks this is HEFT
/// (Topcuoglu, Hariri, Wu 2002). O(edges + candidates + tasks log tasks).
/// </summary>
internal sealed class SelectingScheduler
{
    private readonly SchedulingProblem _problem;
    private readonly Placements _placements;
    private readonly double[]? _figures;
    private readonly int[] _waiting;
    private readonly int[] _position;
    private readonly double[] _readyAt;
    private readonly ReadyTasks _ready = new();
    private readonly CandidateChoice _choice;

    /// <param name="problem">The problem.</param>
    /// <param name="figures">By task: of those that could start, the one with the largest is placed first; null for the one that is ready first.</param>
    public SelectingScheduler(SchedulingProblem problem, double[]? figures)
    {
        _problem = problem;
        _placements = new Placements(problem.Count);
        _figures = figures;
        _waiting = problem.CountWaiting();
        _position = problem.Graph.Positions();
        _readyAt = new double[problem.Count];
        _choice = new CandidateChoice(problem);
    }

    public Placements Run() => Run(-1, []);

    /// <summary>Runs until a task is placed, and says what its candidates looked like then.</summary>
    /// <param name="watched">The task; -1 for none, to run to the end.</param>
    /// <param name="candidates">Takes the candidates.</param>
    public Placements Run(int watched, List<ScheduleCandidate> candidates)
    {
        foreach (var task in _problem.Graph.Order)
        {
            if (_waiting[task] == 0) MakeReady(task);
        }

        while (_ready.Count > 0)
        {
            var task = _ready.Take();
            if (task == watched) _choice.Describe(task, _readyAt[task], candidates);
            if (!_choice.TryPlace(task, _readyAt[task], _placements)) continue;
            if (task == watched) break;
            var finish = _placements.FinishOf(task, _problem);
            foreach (var dependant in _problem.Graph.DependantsOf(task))
            {
                if (!_problem.WaitsFor(dependant, task)) continue;
                _readyAt[dependant] = Math.Max(_readyAt[dependant], finish);
                if (--_waiting[dependant] == 0) MakeReady(dependant);
            }
        }

        return _placements;
    }

    private void MakeReady(int task)
    {
        if (!_problem.HasOptions(task)) return;
        var figure = _problem.IsHeld(task) ? double.PositiveInfinity : _figures is null ? -_readyAt[task] : _figures[task];
        _ready.Add(task, figure, _position[task]);
    }
}
