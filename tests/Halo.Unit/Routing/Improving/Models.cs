using Halo.Routing;
using Halo.Unit.Routing.Scheduling;

namespace Halo.Unit.Routing.Improving;

/// <summary>Small schedules as the search sees them.</summary>
internal static class Models
{
    public static readonly ScheduleOptions EarliestFinish = new() { Selection = AgentSelection.EarliestFinish };

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

    private static Elite Empty(ImprovementModel model) => Halo.Routing.Elite.OfCount(model.Count);
}
