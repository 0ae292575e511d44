namespace Halo.Unit;

/// <summary>
/// What is wrong with a schedule, by the words of the documentation. It shares no code with the scheduler: only the
/// descriptions of tasks, rules and agents, and the schedule's own figures.
/// </summary>
internal sealed class ScheduleChecker(IReadOnlyList<TaskNode> tasks, IReadOnlyList<RoutingRule> rules, IReadOnlyList<Agent> agents, Schedule schedule)
{
    private const double Tolerance = 2e-7; // times are rounded to 100 ns

    private readonly Dictionary<string, TaskNode> _tasks = tasks.ToDictionary(task => task.Id);
    private readonly Dictionary<string, Agent> _agents = agents.ToDictionary(agent => agent.Name);
    private readonly Dictionary<string, ScheduledTask> _scheduled = schedule.Tasks.ToDictionary(task => task.Task);
    private readonly List<string> _faults = [];

    /// <summary>The faults of a schedule of a random problem; null when there is none.</summary>
    public static string? FaultOf(RandomSchedule problem, Schedule schedule) =>
        new ScheduleChecker(problem.Routing.Tasks, problem.Routing.Rules, problem.Routing.Agents, schedule).Fault();

    /// <summary>The faults; null when there is none.</summary>
    public string? Fault()
    {
        CheckCompleteness();
        foreach (var task in _scheduled.Values) CheckTask(task);
        foreach (var agent in agents) CheckAgent(agent);
        CheckFigures();
        CheckCriticalPath();
        return _faults.Count == 0 ? null : string.Join("; ", _faults);
    }

    private void CheckCompleteness()
    {
        var unscheduled = schedule.Unscheduled.ToDictionary(task => task.Task);
        foreach (var task in tasks)
        {
            var times = (_scheduled.ContainsKey(task.Id) ? 1 : 0) + (unscheduled.ContainsKey(task.Id) ? 1 : 0) + (IsDone(task) ? 1 : 0);
            Demand(times == 1, $"{task.Id} is in {times} of scheduled, unscheduled and completed");
            if (unscheduled.TryGetValue(task.Id, out var left)) Demand(IsRight(left), $"{task.Id} is said to be unscheduled for {left.Reason}");
        }
    }

    private bool IsRight(UnscheduledTask left)
    {
        var task = _tasks[left.Task];
        return left.Reason switch
        {
            UnscheduledReason.Blocked => task.DependsOn.Contains(left.BlockedBy!) && !IsDone(_tasks[left.BlockedBy!]) && !_scheduled.ContainsKey(left.BlockedBy!),
            UnscheduledReason.Unassigned => Admitted(task, minSuccessRate: 0).Count == 0 || schedule.Plan.Options.Capacity == CapacityMode.WholeGraph,
            UnscheduledReason.SuccessRate => Admitted(task, minSuccessRate: 0).Count > 0 && Admitted(task, schedule.Options.MinSuccessRate).Count == 0,
            _ => schedule.Plan.Options.Capacity == CapacityMode.WholeGraph
                && Admitted(task, schedule.Options.MinSuccessRate).All(name => _scheduled.Values.Count(other => other.Agent == name) >= _agents[name].MaxConcurrentTasks),
        };
    }

    private void CheckTask(ScheduledTask scheduled)
    {
        var task = _tasks[scheduled.Task];
        Demand(scheduled.Start >= TimeSpan.Zero, $"{task.Id} starts at {scheduled.Start}");
        Demand(IsClose((scheduled.Finish - scheduled.Start).TotalSeconds, SecondsOn(task, _agents[scheduled.Agent])), $"{task.Id} takes {scheduled.Finish - scheduled.Start} on {scheduled.Agent}");
        if (IsHeld(task))
        {
            Demand(scheduled.Agent == task.Agent, $"{task.Id} left {task.Agent}");
            return;
        }

        foreach (var dependency in task.DependsOn.Where(id => !IsDone(_tasks[id])))
        {
            Demand(_scheduled.TryGetValue(dependency, out var before) && before.Finish <= scheduled.Start, $"{task.Id} starts before {dependency} ends");
        }

        var admitted = schedule.Options.Selection == AgentSelection.FirstRule ? [schedule.Plan[task.Id].Agent!] : Admitted(task, schedule.Options.MinSuccessRate);
        Demand(admitted.Contains(scheduled.Agent), $"{task.Id} may not run on {scheduled.Agent}");
    }

    private void CheckAgent(Agent agent)
    {
        var own = _scheduled.Values.Where(task => task.Agent == agent.Name).ToList();
        if (schedule.Plan.Options.Capacity == CapacityMode.WholeGraph)
        {
            Demand(own.Count(task => !IsHeld(_tasks[task.Task])) <= agent.MaxConcurrentTasks, $"{agent.Name} has more tasks than it takes");
        }

        // A task without length takes no room at any instant.
        foreach (var instant in own.Select(task => task.Start))
        {
            var running = own.Where(task => task.Start <= instant && instant < task.Finish).ToList();
            Demand(running.Count <= agent.MaxConcurrentTasks, $"{agent.Name} runs {running.Count} tasks at {instant}");
            Demand(running.Select(task => task.Slot).Distinct().Count() == running.Count, $"{agent.Name} runs two tasks on one slot at {instant}");
        }

        Demand(own.All(task => task.Slot >= 0 && task.Slot < agent.MaxConcurrentTasks), $"{agent.Name} has a slot too many");
        var utilization = schedule.Utilization().Single(one => one.Agent == agent.Name);
        Demand(utilization.Tasks == own.Count && IsClose(utilization.Busy.TotalSeconds, own.Sum(task => (task.Finish - task.Start).TotalSeconds)), $"{agent.Name} is said to be busy for {utilization.Busy}");
    }

    private void CheckFigures()
    {
        var makespan = _scheduled.Values.Select(task => task.Finish).DefaultIfEmpty().Max();
        Demand(schedule.Makespan == makespan, $"the makespan is {makespan} and not {schedule.Makespan}");
        Demand(schedule.LowerBound <= makespan, $"the lower bound {schedule.LowerBound} is above the makespan {makespan}");
        Demand(IsClose(schedule.Cost, _scheduled.Values.Sum(task => _agents[task.Agent].Cost)), "the cost is wrong");
    }

    private void CheckCriticalPath()
    {
        var path = schedule.CriticalPath().Select(id => _scheduled[id]).ToList();
        if (path.Count == 0)
        {
            Demand(_scheduled.Count == 0, "there is no critical path");
            return;
        }

        Demand(path[0].Start == TimeSpan.Zero && path[^1].Finish == schedule.Makespan, "the critical path does not reach from start to end");
        Demand(path.Zip(path.Skip(1)).All(pair => pair.First.Finish == pair.Second.Start), "the critical path pauses");
        Demand(path.All(task => SlackOf(task).TotalSeconds <= Tolerance), "a critical task has slack");
        Demand(_scheduled.Values.All(task => SlackOf(task) >= TimeSpan.Zero && (task.Finish + SlackOf(task) - schedule.Makespan).TotalSeconds <= Tolerance), "a slack is out of range");
    }

    private TimeSpan SlackOf(ScheduledTask task) => schedule.Graph.TryGetIndex(task.Task, out var index) ? schedule.SlackOf(index) : TimeSpan.MinValue;

    /// <summary>The agents that rules or capability admit.</summary>
    private List<string> Admitted(TaskNode task, double minSuccessRate)
    {
        bool IsAvailable(string agent) => schedule.Plan.Options.Available is not { } available || available.Contains(agent);
        var byRule = rules.Where(rule => OracleRouter.Matches(rule.When, task)).Select(rule => rule.Agent).Where(IsAvailable).ToList();
        var admitted = byRule.Count > 0 ? byRule : [.. agents.Where(agent => agent.Types.Contains(task.Type)).Select(agent => agent.Name).Where(IsAvailable)];
        return [.. admitted.Where(agent => _agents[agent].SuccessRate >= minSuccessRate)];
    }

    private double SecondsOn(TaskNode task, Agent agent) => task.Estimate switch
    {
        { Time: { } time } => time.TotalSeconds / agent.Speed,
        { } byAgent when byAgent.ByAgent.TryGetValue(agent.Name, out var time) => time.TotalSeconds,
        _ => schedule.Options.DefaultEstimate.TotalSeconds / agent.Speed,
    };

    private static bool IsDone(TaskNode task) => task.Status == TaskNodeStatus.Completed;

    private static bool IsHeld(TaskNode task) => task is { Status: TaskNodeStatus.InProgress, Agent: not null };

    private static bool IsClose(double a, double b) => Math.Abs(a - b) <= Tolerance * (1 + Math.Abs(b));

    private void Demand(bool holds, string fault)
    {
        if (!holds) _faults.Add(fault);
    }
}
