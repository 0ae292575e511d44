using Halo.Routing;

namespace Halo.Execution;

/// <summary>
/// A run in which time is only counted: the same queue, priorities and limits as in a real one decide what begins when, so
/// that nothing but the estimates can make the real one differ.
/// </summary>
internal sealed class RunForecast
{
    private readonly RoutingPlan _plan;
    private readonly SchedulingProblem _problem;
    private readonly Placements _placements;
    private readonly StartQueue _ready;
    private readonly RunProgress _progress;
    private readonly SlotPool?[] _free;
    private readonly PriorityQueue<int, double> _running = new();

    private RunForecast(RoutingPlan plan, RunOptions options)
    {
        _plan = plan;
        _problem = new SchedulingProblemBuilder(plan, ScheduleOptions.Default).Build();
        _placements = new Placements(plan.Graph.Count);
        _ready = new StartQueue(plan, new TaskPriority(plan), options.MaxConcurrentTasks);
        _progress = new RunProgress(new RunTable(plan), _ready, options.OnFailure, null);
        _free = new SlotPool?[plan.Agents.Count];
    }

    /// <summary>When each task runs. O((tasks + edges) log tasks).</summary>
    public static Schedule Of(RoutingPlan plan, RunOptions options) => new RunForecast(plan, options).Run();

    private Schedule Run()
    {
        _progress.Start(new Dictionary<int, TaskEnd>());
        Begin(0);
        while (_running.TryPeek(out _, out var now))
        {
            // Everything that ends at this moment ends before anything begins.
            while (_running.TryPeek(out var task, out var end) && end == now)
            {
                _running.Dequeue();
                End(task);
            }

            Begin(now);
        }

        return new Schedule(_problem, _placements, null);
    }

    private void Begin(double now)
    {
        while (_ready.TryTake(out var task, out var agent))
        {
            (_free[agent] ??= new SlotPool(_plan.Agents[agent].MaxConcurrentTasks)).TryTake(out var slot);
            var option = _problem.OptionStarts[task];
            _placements.Place(task, option, slot, now);
            _running.Enqueue(task, now + _problem.OptionSeconds[option]);
        }
    }

    private void End(int task)
    {
        var agent = _problem.OptionAgents[_problem.OptionStarts[task]];
        _free[agent]!.Release(_placements.Slot[task]);
        _ready.Release(agent);
        _progress.End(task, TaskEnd.Success(UnknownResult.Instance));
    }
}
