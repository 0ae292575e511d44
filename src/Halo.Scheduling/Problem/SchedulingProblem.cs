namespace Halo.Scheduling;

/// <summary>
/// What is to be scheduled, in arrays by task and agent: each task's options, an agent and its seconds there, and each
/// agent's slots. A task without options is done already, or no agent may do it.
/// </summary>
internal sealed class SchedulingProblem
{
    public required RoutingPlan Plan { get; init; }

    public required ScheduleOptions Options { get; init; }

    /// <summary>Where each task's options begin, and the end of the last.</summary>
    public required int[] OptionStarts { get; init; }

    public required int[] OptionAgents { get; init; }

    public required double[] OptionSeconds { get; init; }

    /// <summary>By agent: how many tasks it runs at one time, but no more than could ever run there.</summary>
    public required int[] Slots { get; init; }

    /// <summary>By agent: how many tasks of the whole graph it takes; null where capacity bounds only what runs at one time.</summary>
    public required int[]? TaskLimits { get; init; }

    /// <summary>The tasks for which some option has the default estimate.</summary>
    public required List<int> WithDefaultEstimate { get; init; }

    public TaskGraph Graph => Plan.Graph;

    public int Count => Graph.Count;

    public bool HasOptions(int task) => OptionStarts[task + 1] > OptionStarts[task];

    public ReadOnlySpan<int> AgentsOf(int task) => OptionAgents.AsSpan(OptionStarts[task], OptionStarts[task + 1] - OptionStarts[task]);

    public ReadOnlySpan<double> SecondsOf(int task) => OptionSeconds.AsSpan(OptionStarts[task], OptionStarts[task + 1] - OptionStarts[task]);

    /// <summary>Whether others need not wait for a task.</summary>
    public bool IsDone(int task) => Graph.StatusOf(task) == TaskNodeStatus.Completed;

    /// <summary>Whether a task runs already: it starts at zero, whatever it depends on, and stays where it is.</summary>
    public bool IsHeld(int task) => Plan.DecisionsByTask[task].Reason == DecisionReason.InProgress;

    /// <summary>Whether a dependency still holds a task back.</summary>
    public bool WaitsFor(int task, int dependency) => !Graph.HasStatuses || (!IsHeld(task) && !IsDone(dependency));

    /// <summary>How many dependencies each task has still to wait for. O(tasks + edges).</summary>
    public int[] CountWaiting()
    {
        var waiting = new int[Count];
        for (var task = 0; task < waiting.Length; task++)
        {
            var dependencies = Graph.DependenciesOf(task);
            if (!Graph.HasStatuses)
            {
                waiting[task] = dependencies.Length;
                continue;
            }

            foreach (var dependency in dependencies)
            {
                if (WaitsFor(task, dependency)) waiting[task]++;
            }
        }

        return waiting;
    }

    /// <summary>The shortest seconds of each task over its options; zero for a task without. O(options).</summary>
    public double[] ShortestSeconds()
    {
        var shortest = new double[Count];
        for (var task = 0; task < shortest.Length; task++)
        {
            var seconds = SecondsOf(task);
            if (seconds.Length == 0) continue;
            var best = seconds[0];
            foreach (var one in seconds) best = Math.Min(best, one);
            shortest[task] = best;
        }

        return shortest;
    }
}
