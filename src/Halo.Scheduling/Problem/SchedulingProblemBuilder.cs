namespace Halo.Scheduling;

/// <summary>Collects each task's options from a plan: the plan's own agent, or every agent that may do it.</summary>
internal sealed class SchedulingProblemBuilder(RoutingPlan plan, ScheduleOptions options)
{
    private readonly TaskGraph _graph = plan.Graph;
    private readonly int[] _optionStarts = new int[plan.Graph.Count + 1];
    private readonly int[] _possibleTasks = new int[plan.Agents.Count];
    private readonly List<int> _withDefault = [];
    private int[] _agents = new int[plan.Graph.Count];
    private double[] _seconds = new double[plan.Graph.Count];
    private int _count;

    /// <summary>An agent with more slots than it is registered with.</summary>
    public (int Agent, int Slots) MoreSlots { get; init; } = (-1, 0);

    /// <summary>O(tasks), and for selections a match for each candidate.</summary>
    public SchedulingProblem Build()
    {
        var admitted = options.Selection == AgentSelection.FirstRule ? null : new AdmittedAgents(plan);
        var decisions = plan.DecisionsByTask;
        for (var task = 0; task < decisions.Length; task++)
        {
            var decision = decisions[task];
            if (decision.Agent >= 0 && (admitted is null || decision.Reason == DecisionReason.InProgress)) Add(task, decision.Agent);
            else if (admitted is not null && decision.Reason != DecisionReason.Completed) AddAll(task, admitted.Of(task));
            _optionStarts[task + 1] = _count;
        }

        return new SchedulingProblem
        {
            Plan = plan,
            Options = options,
            OptionStarts = _optionStarts,
            OptionAgents = _agents,
            OptionSeconds = _seconds,
            Slots = [.. _possibleTasks.Select((tasks, agent) => (int)Math.Min(tasks, CapacityOf(agent)))],
            TaskLimits = plan.Options.Capacity == CapacityMode.WholeGraph ? [.. plan.Agents.Select((_, agent) => (int)Math.Min(int.MaxValue, CapacityOf(agent)))] : null,
            WithDefaultEstimate = _withDefault,
        };
    }

    private long CapacityOf(int agent) => (long)plan.Agents[agent].MaxConcurrentTasks + (agent == MoreSlots.Agent ? MoreSlots.Slots : 0);

    private void AddAll(int task, ReadOnlySpan<int> agents)
    {
        foreach (var agent in agents)
        {
            if (plan.SuccessRateOf(agent) >= options.MinSuccessRate) Add(task, agent);
        }
    }

    private void Add(int task, int agent)
    {
        var (name, speed) = (plan.Agents[agent].Name, plan.Agents[agent].Speed);
        var seconds = _graph.SecondsOf(task, name, speed);
        if (double.IsNaN(seconds))
        {
            seconds = options.DefaultEstimate.TotalSeconds / speed;
            if (_withDefault.Count == 0 || _withDefault[^1] != task) _withDefault.Add(task);
        }

        if (_count == _agents.Length)
        {
            Array.Resize(ref _agents, Math.Max(16, _count * 2));
            Array.Resize(ref _seconds, _agents.Length);
        }

        _possibleTasks[agent]++;
        _agents[_count] = agent;
        _seconds[_count++] = seconds;
    }
}
