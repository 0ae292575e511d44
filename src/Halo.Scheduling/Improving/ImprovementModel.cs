namespace Halo.Scheduling;

/// <summary>
/// The scheduled tasks of a schedule, numbered from 0, in arrays: what each waits for, and the options that it may be
/// moved to. Every slot is a machine of its own that runs one task after another.
/// </summary>
internal sealed class ImprovementModel
{
    private readonly int[] _before;
    private readonly int[] _beforeStarts;
    private readonly int[] _after;
    private readonly int[] _afterStarts;

    /// <summary>O(tasks + edges + options).</summary>
    public ImprovementModel(Schedule schedule)
    {
        var problem = schedule.Problem;
        Tasks = [.. schedule.Graph.Order.ToArray().Where(schedule.IsScheduled)];
        IsHeld = [.. Tasks.Select(problem.IsHeld)];
        FirstMachine = new int[problem.Slots.Length + 1];
        for (var agent = 0; agent < problem.Slots.Length; agent++) FirstMachine[agent + 1] = FirstMachine[agent] + problem.Slots[agent];

        var number = new int[schedule.Graph.Count];
        for (var i = 0; i < Tasks.Length; i++) number[Tasks[i]] = i;
        (_beforeStarts, _before) = Neighbors(task => schedule.Graph.DependenciesOf(task), (task, other) => problem.WaitsFor(task, other));
        (_afterStarts, _after) = Neighbors(task => schedule.Graph.DependantsOf(task), (task, other) => problem.WaitsFor(other, task));

        var (starts, options) = (new int[Tasks.Length + 1], new List<ImprovementOption>());
        for (var i = 0; i < Tasks.Length; i++)
        {
            options.AddRange(OptionsOf(schedule, Tasks[i]));
            starts[i + 1] = options.Count;
        }

        (OptionStarts, Options) = (starts, [.. options]);

        (int[] Starts, int[] Items) Neighbors(Neighborhood of, Func<int, int, bool> counts)
        {
            var (begin, items) = (new int[Tasks.Length + 1], new List<int>());
            for (var i = 0; i < Tasks.Length; i++)
            {
                foreach (var other in of(Tasks[i]))
                {
                    if (schedule.IsScheduled(other) && counts(Tasks[i], other)) items.Add(number[other]);
                }

                begin[i + 1] = items.Count;
            }

            return (begin, [.. items]);
        }
    }

    private delegate ReadOnlySpan<int> Neighborhood(int task);

    /// <summary>By number: the task's index in the graph, in topological order.</summary>
    public int[] Tasks { get; }

    /// <summary>By number: whether the task runs already and stays where it is.</summary>
    public bool[] IsHeld { get; }

    /// <summary>By agent: the number of its first machine; the number of all machines after the last.</summary>
    public int[] FirstMachine { get; }

    /// <summary>Where each task's options begin, and the end of the last.</summary>
    public int[] OptionStarts { get; }

    public ImprovementOption[] Options { get; }

    public int Count => Tasks.Length;

    public int MachineCount => FirstMachine[^1];

    public ReadOnlySpan<int> Before(int task) => _before.AsSpan(_beforeStarts[task], _beforeStarts[task + 1] - _beforeStarts[task]);

    public ReadOnlySpan<int> After(int task) => _after.AsSpan(_afterStarts[task], _afterStarts[task + 1] - _afterStarts[task]);

    // What a selection stands for is kept: balanced loads and the plan's agents as they are, and nothing more expensive. Where an
    // agent takes a number of tasks of the whole graph, the tasks that found no room have a claim to what would be freed.
    private static IEnumerable<ImprovementOption> OptionsOf(Schedule schedule, int task)
    {
        var problem = schedule.Problem;
        var chosen = schedule.Placements.Option[task];
        for (var option = problem.OptionStarts[task]; option < problem.OptionStarts[task + 1]; option++)
        {
            var (agent, now) = (problem.OptionAgents[option], problem.OptionAgents[chosen]);
            var isAllowed = option == chosen || (problem.TaskLimits is null && schedule.Options.Selection switch
            {
                AgentSelection.EarliestFinish => true,
                AgentSelection.Cheapest => schedule.Plan.Agents[agent].Cost <= schedule.Plan.Agents[now].Cost,
                _ => false,
            });
            if (isAllowed) yield return new ImprovementOption(option, agent, problem.OptionSeconds[option]);
        }
    }
}

/// <summary>An agent that a task may be moved to.</summary>
/// <param name="Number">The option's place in the scheduling problem.</param>
/// <param name="Agent">The agent's position.</param>
/// <param name="Seconds">How long the task takes there.</param>
internal readonly record struct ImprovementOption(int Number, int Agent, double Seconds);
