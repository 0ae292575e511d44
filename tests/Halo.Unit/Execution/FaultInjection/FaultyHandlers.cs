using Halo.Execution;

namespace Halo.Unit.Execution.FaultInjection;

/// <summary>Handlers that behave as a faulty plan says, and watch how they are called.</summary>
internal sealed class FaultyHandlers(FaultyPlan faulty, ManualTime time)
{
    private readonly Lock _lock = new();
    private readonly int[] _runningByAgent = new int[faulty.Plan.Agents.Count];
    private readonly Dictionary<(int Task, int Agent), int> _attempts = [];
    private readonly HashSet<int> _running = [];
    private readonly HashSet<int> _answered = [];

    /// <summary>Every call that should not have been.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How often a task was handed out.</summary>
    public int CallsOf(int task) => _attempts.Where(pair => pair.Key.Task == task).Sum(pair => pair.Value);

    /// <summary>The tasks that were answered.</summary>
    public IReadOnlySet<int> Answered => _answered;

    public TaskHandlers Handlers()
    {
        var handlers = new TaskHandlers();
        for (var agent = 0; agent < faulty.Plan.Agents.Count; agent++)
        {
            var number = agent;
            handlers.Handle(faulty.Plan.Agents[agent].Name, (task, _, token) => HandleAsync(task.Index, number, token));
        }

        return handlers;
    }

    private async ValueTask<string> HandleAsync(int task, int agent, CancellationToken token)
    {
        var attempt = Enter(task, agent);
        try
        {
            switch (faulty.BehaviourOf(task, agent, attempt))
            {
                case Behaviour.AnswerLater:
                    await Task.Yield();
                    break;
                case Behaviour.AnswerBehindTheTimeout:
                    time.Elapse(FaultyPlan.TimeoutOf(task));
                    await Task.Yield();
                    break;
                case Behaviour.Fail:
                    await Task.Yield();
                    throw new InvalidOperationException();
                case Behaviour.FailForGood:
                    throw new TaskFailedException("Nothing will help.", FaultyPlan.FinalKind);
                case Behaviour.Hang:
                    var hanging = Task.Delay(Timeout.Infinite, token);
                    time.Elapse(FaultyPlan.TimeoutOf(task));
                    await hanging;
                    break;
            }

            lock (_lock) _answered.Add(task);
            return faulty.ResultOf(task);
        }
        finally
        {
            Leave(task, agent);
        }
    }

    private int Enter(int task, int agent)
    {
        lock (_lock)
        {
            if (_answered.Contains(task)) Wrong.Add($"{task} was answered and is called again");
            if (!_running.Add(task)) Wrong.Add($"{task} runs twice at one time");
            if (++_runningByAgent[agent] > faulty.Plan.Agents[agent].MaxConcurrentTasks) Wrong.Add($"agent {agent} is beyond its capacity");
            if (_running.Count > (faulty.Options.MaxConcurrentTasks ?? int.MaxValue)) Wrong.Add("the run is beyond its limit");
            return _attempts[(task, agent)] = _attempts.GetValueOrDefault((task, agent)) + 1;
        }
    }

    private void Leave(int task, int agent)
    {
        lock (_lock)
        {
            _running.Remove(task);
            _runningByAgent[agent]--;
        }
    }
}
