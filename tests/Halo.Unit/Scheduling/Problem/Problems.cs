using Halo.Unit.Reporting;

namespace Halo.Unit.Scheduling;

/// <summary>Small scheduling problems, for tests of single parts.</summary>
internal static class Problems
{
    public static RoutingPlan Plan(TaskNode[] tasks, Agent[] agents, RouteOptions? options = null, params RoutingRule[] rules) =>
        Plans.Route(tasks, rules, agents, options);

    public static SchedulingProblem Build(TaskNode[] tasks, Agent[] agents, ScheduleOptions? options = null, RouteOptions? route = null) =>
        new SchedulingProblemBuilder(Plan(tasks, agents, route), options ?? ScheduleOptions.Default).Build();

    public static TaskNode Task(string id, double seconds, params string[] dependsOn) => new(id, "x") { Estimate = seconds.Seconds(), DependsOn = dependsOn };

    /// <summary>A schedule in order of time, a word for each task: its id, agent, slot and times.</summary>
    public static string Text(Schedule schedule) => string.Join(' ', schedule.Tasks.Select(task => FormattableString.Invariant($"{task.Task}@{task.Agent}{task.Slot}:{task.Start.TotalSeconds}-{task.Finish.TotalSeconds}")));
}
