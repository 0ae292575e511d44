namespace Halo.Routing;

/// <summary>
/// What can be said of every task of a schedule from what is at hand: <see cref="Schedule.Explain"/> knows more, but costs
/// as much as scheduling for each task.
/// </summary>
internal sealed class ScheduleStory
{
    private readonly DecisionText _decisions = new();
    private readonly bool[] _isCritical;

    /// <summary>O(tasks log tasks).</summary>
    public ScheduleStory(Schedule schedule)
    {
        Schedule = schedule;
        Sequences = schedule.Sequences;
        CriticalPath = Routing.CriticalPath.Of(schedule.Problem, schedule.Placements, schedule.Sequences);
        _isCritical = new bool[schedule.Graph.Count];
        foreach (var task in CriticalPath) _isCritical[task] = true;
    }

    public Schedule Schedule { get; }

    public SlotSequences Sequences { get; }

    /// <summary>The tasks of the critical path, first to last.</summary>
    public IReadOnlyList<int> CriticalPath { get; }

    /// <summary>Whether a task is one of <see cref="CriticalPath"/>.</summary>
    public bool IsCritical(int task) => _isCritical[task];

    /// <summary>The task whose end another starts at; -1 for none.</summary>
    public int WaitsFor(int task) => Routing.CriticalPath.Before(task, Schedule.Problem, Schedule.Placements, Sequences);

    /// <summary>Why a scheduled task is on its agent, in a sentence that many tasks share.</summary>
    public string Why(int task)
    {
        var (problem, options) = (Schedule.Problem, Schedule.Options);
        if (options.Selection == AgentSelection.FirstRule || problem.IsHeld(task)) return _decisions.Of(Schedule.Plan[task], Schedule.Graph.TypeOf(task));
        if (problem.OptionAgents[Schedule.Selected.Option[task]] != Schedule.AgentOf(task)) return "An improvement moved it to this agent.";
        var agents = problem.AgentsOf(task).Length;
        return agents == 1 ? "Only this agent may do it." : $"Of {agents} agents that may do it, {ScheduleNames.FigureOf(options.Selection)}.";
    }
}
