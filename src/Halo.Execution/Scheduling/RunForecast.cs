namespace Halo.Execution;

/// <summary>
/// A run in which time is only counted: the same queue, priorities and limits as in a real one decide what begins when, so
/// that nothing but the estimates can make the real one differ.
/// </summary>
internal sealed class RunForecast
{
    private readonly RoutingPlan _plan;
    private readonly ScheduleRecorder _schedule;
    private readonly StartQueue _ready;
    private readonly RunProgress _progress;
    private readonly PriorityQueue<int, double> _running = new();

    private RunForecast(RoutingPlan plan, RunOptions options)
    {
        _plan = plan;
        _schedule = new ScheduleRecorder(plan);
        _ready = new StartQueue(plan, new TaskPriority(plan), options.MaxConcurrentTasks);
        _progress = new RunProgress(new RunTable(plan), _ready, options.OnFailure, null);
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

        return _schedule.ToSchedule();
    }

    private void Begin(double now)
    {
        while (_ready.TryTake(out var task, out _)) _running.Enqueue(task, _schedule.StartAtSeconds(task, now));
    }

    private void End(int task)
    {
        _schedule.Finish(task);
        _ready.Release(_plan.DecisionsByTask[task].Agent);
        _progress.End(task, TaskEnd.Success(UnknownResult.Instance));
    }
}
