namespace Halo.Scheduling;

/// <summary>
/// Makes a schedule of decisions that are made elsewhere, such as a run that is simulated: it is told in order of time which
/// task starts and which finishes, and gives each the lowest free slot of its agent. Every task keeps the agent of the plan.
/// Not safe to share between threads.
/// </summary>
public sealed class ScheduleRecorder
{
    private readonly SchedulingProblem _problem;
    private readonly Placements _placements;
    private readonly SlotPool?[] _free;

    /// <summary>Prepares a schedule without tasks. O(tasks + agents).</summary>
    /// <param name="plan">The plan.</param>
    public ScheduleRecorder(RoutingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _problem = new SchedulingProblemBuilder(plan, ScheduleOptions.Default).Build();
        _placements = new Placements(plan.Graph.Count);
        _free = new SlotPool?[plan.Agents.Count];
    }

    /// <summary>Starts a task on its agent. O(log slots).</summary>
    /// <param name="task">The task's index in the graph; the plan gives it an agent.</param>
    /// <param name="start">When it starts, in seconds; not before the last call's time.</param>
    /// <returns>When it will finish by its estimate, in seconds.</returns>
    /// <exception cref="InvalidOperationException">The plan gives the task no agent, it was started before, or its agent has no free slot.</exception>
    public double StartAtSeconds(int task, double start)
    {
        if (!_problem.HasOptions(task) || _placements.IsPlaced(task)) throw new InvalidOperationException($"Task '{_problem.Graph.IdOf(task)}' cannot be started.");
        var agent = AgentOf(task);
        var pool = _free[agent] ??= new SlotPool(_problem.Plan.Agents[agent].MaxConcurrentTasks);
        if (!pool.TryTake(out var slot)) throw new InvalidOperationException($"Agent '{_problem.Plan.Agents[agent].Name}' has no free slot.");
        _placements.Place(task, _problem.OptionStarts[task], slot, start);
        return _placements.FinishOf(task, _problem);
    }

    /// <summary>Frees the slot of a task that has finished. O(log slots).</summary>
    /// <param name="task">The task's index in the graph; it was started.</param>
    public void Finish(int task) => _free[AgentOf(task)]!.Release(_placements.Slot[task]);

    /// <summary>The schedule of the tasks that were started.</summary>
    public Schedule ToSchedule() => new(_problem, _placements, null);

    private int AgentOf(int task) => _problem.OptionAgents[_problem.OptionStarts[task]];
}
