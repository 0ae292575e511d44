namespace Halo.Scheduling;

/// <summary>
/// When and where every task of a plan runs, by estimates. Times count from the start of the schedule and are rounded to 100 nanoseconds. Dependencies, rules and capacity hold at every
/// instant. Immutable and safe to share between threads.
/// </summary>
public sealed class Schedule
{
    internal const double Rounding = 1e-9;

    private readonly Lazy<double> _lowerBound;
    private readonly Lazy<SlotSequences> _sequences;
    private readonly Lazy<double> _cost;
    private readonly Lazy<SlackTable> _slack;
    private readonly Lazy<IReadOnlyList<UnscheduledTask>> _unscheduled;

    internal Schedule(SchedulingProblem problem, Placements placements, double[]? figures)
        : this(problem, placements, placements, figures, null)
    {
    }

    private Schedule(SchedulingProblem problem, Placements placements, Placements selected, double[]? figures, Lazy<double>? lowerBound)
    {
        Problem = problem;
        Placements = placements;
        Selected = selected;
        Figures = figures;
        MakespanSeconds = placements.Makespan(problem);
        ScheduledCount = placements.Slot.Length - placements.Slot.AsSpan().Count(-1);
        _lowerBound = lowerBound ?? new Lazy<double>(() => Scheduling.LowerBound.Of(problem, selected));
        _cost = new Lazy<double>(AddCosts);
        _sequences = new Lazy<SlotSequences>(() => new SlotSequences(Problem, Placements));
        _slack = new Lazy<SlackTable>(() => new SlackTable(Problem, Placements, Sequences, MakespanSeconds));
        _unscheduled = new Lazy<IReadOnlyList<UnscheduledTask>>(() => UnscheduledTasks.Of(Problem, Placements));
    }

    /// <summary>The plan that it schedules.</summary>
    public RoutingPlan Plan => Problem.Plan;

    /// <summary>How it was made.</summary>
    public ScheduleOptions Options => Problem.Options;

    /// <summary>The graph.</summary>
    public TaskGraph Graph => Plan.Graph;

    /// <summary>When the last task finishes.</summary>
    public TimeSpan Makespan => TimeSpans.FromSeconds(MakespanSeconds);

    /// <summary>
    /// A makespan that no schedule of these tasks, candidates and slots can beat, proven: the longest path, and
    /// the work of groups of agents. Computed at first use.
    /// </summary>
    public TimeSpan LowerBound => TimeSpans.FromSeconds(LowerBoundSeconds);

    /// <summary>How far the makespan may be from the best: its excess over <see cref="LowerBound"/> as a share of it; 0 is proven optimal.</summary>
    public double Gap => LowerBoundSeconds > 0 ? Math.Max(0, (MakespanSeconds - LowerBoundSeconds) / LowerBoundSeconds) : 0;

    /// <summary>How many tasks are scheduled.</summary>
    public int ScheduledCount { get; }

    /// <summary>What all tasks cost together. Computed at first use, in O(tasks).</summary>
    public double Cost => _cost.Value;

    /// <summary>The scheduled tasks in order of their start. O(tasks log tasks) at the first one.</summary>
    public IEnumerable<ScheduledTask> Tasks => Sequences.ByStart.Select(task => this[task]);

    /// <summary>The tasks that are neither completed nor scheduled, in topological order, each with its reason. Computed at first use, in O(tasks).</summary>
    public IReadOnlyList<UnscheduledTask> Unscheduled => _unscheduled.Value;

    /// <summary>The tasks that were given <see cref="ScheduleOptions.DefaultEstimate"/> on some agent, since they have no estimate there. O(such tasks).</summary>
    public IReadOnlyList<string> WithDefaultEstimate() => [.. Problem.WithDefaultEstimate.Select(Graph.IdOf)];

    /// <summary>
    /// A chain of tasks from the start to the makespan, first to last: each begins when the one before it ends, because it
    /// depends on it or takes over its slot. O(tasks log tasks + edges).
    /// </summary>
    public IReadOnlyList<string> CriticalPath() => [.. Scheduling.CriticalPath.Of(Problem, Placements, Sequences).Select(Graph.IdOf)];

    /// <summary>How busy each agent is, in registry order; agents without tasks among them. O(tasks + agents).</summary>
    public IReadOnlyList<AgentUtilization> Utilization() => AgentUtilizations.Of(Problem, Placements, MakespanSeconds);

    /// <summary>When and where a task runs.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such task, or it is not scheduled.</exception>
    public ScheduledTask this[string taskId] =>
        Graph.TryGetIndex(taskId, out var task) && IsScheduled(task) ? this[task] : throw new KeyNotFoundException($"The schedule has no task '{taskId}'.");

    /// <summary>When and where the task at an index of the graph runs; look at <see cref="IsScheduled"/> first.</summary>
    public ScheduledTask this[int taskIndex] => IsScheduled(taskIndex)
        ? new ScheduledTask(Graph.IdOf(taskIndex), Plan.Agents[AgentOf(taskIndex)].Name, Placements.Slot[taskIndex], StartOf(taskIndex), FinishOf(taskIndex))
        : throw new KeyNotFoundException($"The task at index {taskIndex} is not scheduled.");

    internal double MakespanSeconds { get; }

    internal double LowerBoundSeconds
    {
        get
        {
            // Sums of the same seconds in another order may differ in the last digits.
            var bound = _lowerBound.Value;
            return bound > MakespanSeconds && bound <= MakespanSeconds * (1 + Rounding) ? MakespanSeconds : bound;
        }
    }

    internal SchedulingProblem Problem { get; }

    internal Placements Placements { get; }

    /// <summary>The order of the tasks in time and on their slots, sorted at first use.</summary>
    internal SlotSequences Sequences => _sequences.Value;

    /// <summary>Where the selection put the tasks, before any improvement.</summary>
    internal Placements Selected { get; }

    /// <summary>The order in which the selection placed the tasks: <see cref="SelectionOrders"/>.</summary>
    internal double[]? Figures { get; }

    /// <summary>More tasks scheduled, or as many and sooner done.</summary>
    internal bool IsBetterThan(Schedule other) =>
        ScheduledCount != other.ScheduledCount ? ScheduledCount > other.ScheduledCount : MakespanSeconds < other.MakespanSeconds;

    /// <summary>Whether the task at an index of the graph is scheduled: completed tasks and those of <see cref="Unscheduled"/> are not.</summary>
    public bool IsScheduled(int taskIndex) => Placements.IsPlaced(taskIndex);

    /// <summary>
    /// How much later the task at an index could finish without moving the makespan, every slot's order kept; zero
    /// for critical tasks. All slacks are computed at first use.
    /// </summary>
    public TimeSpan SlackOf(int taskIndex) => TimeSpans.FromSeconds(_slack.Value[taskIndex]);

    /// <summary>Why a task runs where and when it does. Costs as much as scheduling for selections other than <see cref="AgentSelection.FirstRule"/>.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such task, or it is not scheduled.</exception>
    public ScheduleExplanation Explain(string taskId)
    {
        var scheduled = this[taskId];
        Graph.TryGetIndex(taskId, out var task);
        return ScheduleExplainer.Explain(this, task, scheduled);
    }

    /// <summary>The indices of the scheduled tasks in order of their start. O(tasks log tasks) at first use.</summary>
    public ReadOnlySpan<int> ByStart => Sequences.ByStart;

    /// <summary>The agent of a scheduled task: its position in the registry.</summary>
    /// <param name="taskIndex">The task's index in the graph; look at <see cref="IsScheduled"/> first.</param>
    public int AgentOf(int taskIndex) => Problem.OptionAgents[Placements.Option[taskIndex]];

    /// <summary>The slot of its agent that a scheduled task takes, from 0; -1 for a task that is not scheduled.</summary>
    /// <param name="taskIndex">The task's index in the graph.</param>
    public int SlotOf(int taskIndex) => Placements.Slot[taskIndex];

    /// <summary>When a scheduled task starts.</summary>
    /// <param name="taskIndex">The task's index in the graph; look at <see cref="IsScheduled"/> first.</param>
    public TimeSpan StartOf(int taskIndex) => TimeSpans.FromSeconds(Placements.Start[taskIndex]);

    /// <summary>When a scheduled task finishes.</summary>
    /// <param name="taskIndex">The task's index in the graph; look at <see cref="IsScheduled"/> first.</param>
    public TimeSpan FinishOf(int taskIndex) => TimeSpans.FromSeconds(Placements.FinishOf(taskIndex, Problem));

    /// <summary>The scheduled task at whose finish another starts, because of a dependency or a slot; -1 for none. O(dependencies).</summary>
    /// <param name="taskIndex">The task's index in the graph; look at <see cref="IsScheduled"/> first.</param>
    public int StartsAfter(int taskIndex) => Scheduling.CriticalPath.Before(taskIndex, Problem, Placements, Sequences);

    /// <summary>The indices of the tasks of the <see cref="CriticalPath"/>, first to last. O(tasks log tasks + edges).</summary>
    public IReadOnlyList<int> CriticalTasks() => Scheduling.CriticalPath.Of(Problem, Placements, Sequences);

    /// <summary>How many agents a task could be given to under the options: 1 where the plan's own agent is kept, 0 where there is none.</summary>
    /// <param name="taskIndex">The task's index in the graph.</param>
    public int CandidateCountOf(int taskIndex) => Problem.AgentsOf(taskIndex).Length;

    /// <summary>Whether an improvement moved a scheduled task to another agent than the selection chose.</summary>
    /// <param name="taskIndex">The task's index in the graph; look at <see cref="IsScheduled"/> first.</param>
    public bool WasMoved(int taskIndex) => Problem.OptionAgents[Selected.Option[taskIndex]] != AgentOf(taskIndex);

    /// <summary>The makespan before any improvement. O(tasks).</summary>
    public TimeSpan SelectedMakespan() => TimeSpans.FromSeconds(Selected.Makespan(Problem));

    /// <summary>The same tasks placed otherwise.</summary>
    internal Schedule With(Placements placements) => new(Problem, placements, Selected, Figures, _lowerBound);

    private double AddCosts()
    {
        var cost = 0.0;
        for (var task = 0; task < Graph.Count; task++)
        {
            if (IsScheduled(task)) cost += Plan.Agents[AgentOf(task)].Cost;
        }

        return cost;
    }
}
