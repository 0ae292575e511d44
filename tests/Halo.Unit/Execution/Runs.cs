using Halo.Execution;

namespace Halo.Unit.Execution;

/// <summary>Plans for tests of runs: the type of a task is the name of its agent.</summary>
internal static class Runs
{
    public static RoutingPlan Plan(IEnumerable<Agent> agents, params TaskNode[] tasks) =>
        new HaloRouter(RuleSet.Empty, AgentRegistry.Create(agents)).Route(tasks);

    /// <summary>A plan for one agent, <c>a</c>, that runs a hundred tasks at one time.</summary>
    public static RoutingPlan Plan(params TaskNode[] tasks) => Plan([Agent("a", 100)], tasks);

    public static Agent Agent(string name, int capacity = 1) => new(name) { Types = [name], MaxConcurrentTasks = capacity };

    public static TaskNode Task(string id, params string[] dependsOn) => new(id, "a") { DependsOn = dependsOn };

    /// <summary>Handlers for every agent of a plan, that throw for the tasks named.</summary>
    public static TaskHandlers Handlers(RoutingPlan plan, params string[] failing)
    {
        var handlers = new TaskHandlers();
        foreach (var agent in plan.Agents) handlers.Handle(agent.Name, (task, _, _) => failing.Contains(task.Id) ? throw new InvalidOperationException("It was asked to fail.") : ValueTask.CompletedTask);
        return handlers;
    }

    public static Task<RunReport> Run(RoutingPlan plan, TaskHandlers handlers, RunOptions? options = null, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        new PlanExecutor(time).RunAsync(plan, handlers, options, cancellationToken);
}
