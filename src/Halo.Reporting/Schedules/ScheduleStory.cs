namespace Halo.Reporting;

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
        CriticalPath = schedule.CriticalTasks();
        _isCritical = new bool[schedule.Graph.Count];
        foreach (var task in CriticalPath) _isCritical[task] = true;
    }

    public Schedule Schedule { get; }

    /// <summary>The tasks of the critical path, first to last.</summary>
    public IReadOnlyList<int> CriticalPath { get; }

    /// <summary>Whether a task is one of <see cref="CriticalPath"/>.</summary>
    public bool IsCritical(int task) => _isCritical[task];

    /// <summary>The task whose end another starts at; -1 for none.</summary>
    public int WaitsFor(int task) => Schedule.StartsAfter(task);

    /// <summary>Why a scheduled task is on its agent, in a sentence that many tasks share.</summary>
    public string Why(int task)
    {
        var (decision, selection) = (Schedule.Plan[task], Schedule.Options.Selection);
        if (selection == AgentSelection.FirstRule || decision.Reason == DecisionReason.InProgress) return _decisions.Of(decision, Schedule.Graph.TypeOf(task));
        if (Schedule.WasMoved(task)) return "An improvement moved it to this agent.";
        var agents = Schedule.CandidateCountOf(task);
        return agents == 1 ? "Only this agent may do it." : $"Of {agents} agents that may do it, {ScheduleNames.FigureOf(selection)}.";
    }
}
