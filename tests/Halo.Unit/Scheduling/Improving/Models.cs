namespace Halo.Unit.Scheduling.Improving;

/// <summary>Small schedules as the search sees them.</summary>
internal static class Models
{
    public static readonly ScheduleOptions EarliestFinish = new() { Selection = AgentSelection.EarliestFinish };

    // Fisher and Thompson 1963, six jobs on six machines: machine and seconds of each step. The optimum is 55.
    private static readonly int[][] Steps =
    [
        [2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6], [1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4], [2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7],
        [1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9], [2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1], [1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1],
    ];

    public static Schedule Schedule(TaskNode[] tasks, Agent[] agents, ScheduleOptions? options = null, RouteOptions? route = null) =>
        Scheduler.Schedule(Problems.Plan(tasks, agents, route), options ?? EarliestFinish);

    /// <summary>A graph of tasks in these orders on the machines: every task has one option for each agent, in registry order.</summary>
    public static DisjunctiveGraph Graph(ImprovementModel model, params int[][] machines)
    {
        var graph = new DisjunctiveGraph(model);
        var (machine, option) = (new int[model.Count], new int[model.Count]);
        for (var m = 0; m < machines.Length; m++)
        {
            foreach (var task in machines[m])
            {
                machine[task] = m;
                option[task] = Enumerable.Range(model.OptionStarts[task], model.OptionStarts[task + 1] - model.OptionStarts[task])
                    .First(one => model.FirstMachine[model.Options[one].Agent] <= m && m < model.FirstMachine[model.Options[one].Agent + 1]);
            }
        }

        graph.Load([.. machines.SelectMany(tasks => tasks)], option, machine);
        return graph;
    }

    public static Elite Elite(ImprovementModel model, params int[][] machines)
    {
        var elite = Empty(model);
        elite.Take(Graph(model, machines));
        return elite;
    }

    /// <summary>Every machine takes the jobs one after the other.</summary>
    public static Elite InARow(Schedule schedule, ImprovementModel model) => Elite(model, [.. Enumerable.Range(0, 6).Select(machine => Enumerable.Range(0, model.Count)
        .Where(task => model.Options[model.OptionStarts[task]].Agent == machine).OrderBy(task => schedule.Graph.IdOf(model.Tasks[task]), StringComparer.Ordinal).ToArray())]);

    /// <summary>The job shop of six machines whose optimum is 55.</summary>
    public static (Schedule Schedule, ImprovementModel Model) Ft06()
    {
        var tasks = Steps.SelectMany((job, j) => job.Chunk(2).Select((step, s) => new TaskNode($"j{j}.{s}", $"m{step[0]}") { Estimate = step[1].Seconds(), DependsOn = s == 0 ? [] : [$"j{j}.{s - 1}"] })).ToArray();
        var schedule = Schedule(tasks, [.. Enumerable.Range(0, 6).Select(i => new Agent($"m{i}") { Types = [$"m{i}"] })]);
        return (schedule, new ImprovementModel(schedule));
    }

    private static Elite Empty(ImprovementModel model) => Halo.Scheduling.Elite.OfCount(model.Count);
}
