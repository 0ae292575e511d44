namespace Halo.Unit.Reporting;

/// <summary>Small schedules that the tests of reports look at.</summary>
internal static class Schedules
{
    /// <summary>Two tasks in a row and one beside them, one that nobody takes and one that waits for it; one has no estimate.</summary>
    public static Schedule Small() => Scheduler.Schedule(Plans.Route(
        [
            new TaskNode("a", "test") { Estimate = 60.Seconds() },
            new TaskNode("b", "build") { DependsOn = ["a"], Estimate = 30.Seconds() },
            new TaskNode("c", "test") { Estimate = 45.Seconds() },
            new TaskNode("d", "build"),
            new TaskNode("x", "unknown"),
            new TaskNode("y", "build") { DependsOn = ["x"], Estimate = 5.Seconds() },
        ],
        [new RoutingRule("r1", When.Type("test"), "qa", 5, "Tests go to QA.")],
        [new Agent("qa") { MaxConcurrentTasks = 2, Cost = 0.5 }, new Agent("builder") { Types = ["build"] }, new Agent("idle")]));

    /// <summary>A task that is completed, three critical ones that a dependency and a slot hold together, one beside them and one that nobody takes.</summary>
    public static Schedule OfEveryKind() => Scheduler.Schedule(Plans.Route(
        [
            new TaskNode("old", "test") { Status = TaskNodeStatus.Completed },
            new TaskNode("a", "build") { DependsOn = ["old"], Estimate = 60.Seconds() },
            new TaskNode("b", "build") { Estimate = 30.Seconds() },
            new TaskNode("c", "test") { DependsOn = ["b"], Estimate = 10.Seconds() },
            new TaskNode("d", "test") { Estimate = 5.Seconds() },
            new TaskNode("x", "unknown"),
        ],
        [new RoutingRule("r1", When.Type("test"), "qa", 5, "Tests go to QA.")],
        [new Agent("qa") { MaxConcurrentTasks = 2, Cost = 0.5 }, new Agent("builder") { Types = ["build"] }, new Agent("idle")]));

    /// <summary>Five tasks on two agents that a search has moved: from 7 seconds to 6.</summary>
    public static Schedule Improved() => Scheduler.Schedule(
        Plans.Route(
            [.. new[] { 3, 3, 2, 2, 2 }.Select((seconds, i) => new TaskNode($"t{i}", "x") { Estimate = seconds.Seconds() })], [], [new Agent("a") { Types = ["x"] }, new Agent("b") { Types = ["x"] }]),
        new ScheduleOptions { Selection = AgentSelection.EarliestFinish }).Improve(new ImproveOptions { TimeBudget = null, Iterations = 200, Searches = 1 });

    /// <summary>A task with that id, agent, rule and explanation, and one that nobody takes.</summary>
    public static Schedule Hostile(string text) => Scheduler.Schedule(Plans.Hostile(text));

    /// <summary>Many tasks that depend on one another, spread over agents of a few slots.</summary>
    public static Schedule Many(int count, int agents = 8, int slots = 3) => Scheduler.Schedule(Plans.Route(
        Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", $"type{i * 7 % agents}") { DependsOn = i < 50 ? [] : [$"t{i - 50}", $"t{i - 31}"], Estimate = (1 + (i % 13)).Seconds() }),
        [],
        Enumerable.Range(0, agents).Select(i => new Agent($"agent{i}") { Types = [$"type{i}"], MaxConcurrentTasks = slots })));

    public static string Write(Schedule schedule, ScheduleFormat format)
    {
        using var writer = new StringWriter();
        schedule.WriteTo(writer, format);
        return writer.ToString();
    }
}
