namespace Halo.Scheduling;

/// <summary>Chooses a task's agent by what a selection prefers, and knows what each agent has to do so far.</summary>
internal sealed class CandidateChoice
{
    private readonly SchedulingProblem _problem;
    private readonly AgentTimeline?[] _timelines;
    private readonly double[] _work;      // seconds by agent
    private readonly int[]? _roomFor;     // tasks by agent
    private readonly double[]? _latest;   // by task: the latest finish that leaves time for what depends on it

    public CandidateChoice(SchedulingProblem problem)
    {
        _problem = problem;
        _timelines = new AgentTimeline?[problem.Slots.Length];
        _work = new double[problem.Slots.Length];
        _roomFor = problem.TaskLimits is { } limits ? [.. limits] : null;
        _latest = problem.Options is { Selection: AgentSelection.Cheapest, Deadline: { } deadline } ? LatestFinishes(problem, deadline.TotalSeconds) : null;
    }

    /// <summary>Places a task on the best candidate; not at all when every candidate is full for good.</summary>
    public bool TryPlace(int task, double ready, Placements placements)
    {
        var best = -1;
        var bestFigures = default(Figures);
        for (var option = _problem.OptionStarts[task]; option < _problem.OptionStarts[task + 1]; option++)
        {
            if (!HasRoom(option) && !_problem.IsHeld(task)) continue; // what runs already has its room
            var figures = FiguresOf(task, option, ready);
            if (best >= 0 && figures.CompareTo(bestFigures) >= 0) continue;
            (best, bestFigures) = (option, figures);
        }

        if (best < 0) return false;
        var agent = _problem.OptionAgents[best];
        var seconds = _problem.OptionSeconds[best];
        var (slot, start) = TimelineOf(agent).Place(ready, seconds);
        placements.Place(task, best, slot, start);
        _work[agent] += seconds;
        if (_roomFor is not null) _roomFor[agent]--;
        return true;
    }

    /// <summary>What the choice compares of each candidate, in the order of the rules or of capability.</summary>
    public void Describe(int task, double ready, List<ScheduleCandidate> candidates)
    {
        for (var option = _problem.OptionStarts[task]; option < _problem.OptionStarts[task + 1]; option++)
        {
            var (agent, seconds) = (_problem.OptionAgents[option], _problem.OptionSeconds[option]);
            var start = TimelineOf(agent).EarliestStart(ready, seconds);
            candidates.Add(new ScheduleCandidate(
                _problem.Plan.Agents[agent].Name, TimeSpans.FromSeconds(seconds), TimeSpans.FromSeconds(start), TimeSpans.FromSeconds(start + seconds), _problem.Plan.Agents[agent].Cost,
                TimeSpans.FromSeconds((_work[agent] + seconds) / _problem.Plan.Agents[agent].MaxConcurrentTasks), HasRoom(option)));
        }
    }

    private bool HasRoom(int option) => _roomFor is null || _roomFor[_problem.OptionAgents[option]] > 0;

    private Figures FiguresOf(int task, int option, double ready)
    {
        var (agent, seconds) = (_problem.OptionAgents[option], _problem.OptionSeconds[option]);
        var finish = TimelineOf(agent).EarliestStart(ready, seconds) + seconds;
        return _problem.Options.Selection switch
        {
            AgentSelection.Cheapest when _latest is not null && finish > _latest[task] => new Figures(true, finish, 0),
            AgentSelection.Cheapest => new Figures(false, _problem.Plan.Agents[agent].Cost, finish),
            AgentSelection.Balanced => new Figures(false, (_work[agent] + seconds) / _problem.Plan.Agents[agent].MaxConcurrentTasks, finish),
            _ => new Figures(false, finish, seconds),
        };
    }

    private AgentTimeline TimelineOf(int agent) => _timelines[agent] ??= new AgentTimeline(_problem.Slots[agent]);

    private static double[] LatestFinishes(SchedulingProblem problem, double deadline)
    {
        var shortest = problem.ShortestSeconds();
        var latest = TaskPriorities.UpwardRanks(problem, shortest);
        for (var task = 0; task < latest.Length; task++) latest[task] = deadline - (latest[task] - shortest[task]);
        return latest;
    }

    /// <summary>Smaller is better: being in time, then one figure, then another.</summary>
    private readonly record struct Figures(bool IsLate, double First, double Second) : IComparable<Figures>
    {
        public int CompareTo(Figures other)
        {
            if (IsLate != other.IsLate) return IsLate ? 1 : -1;
            return First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);
        }
    }
}
