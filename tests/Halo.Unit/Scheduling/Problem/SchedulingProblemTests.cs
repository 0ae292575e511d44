using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>What a problem holds: options, slots and limits.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SchedulingProblemTests
{
    private static readonly Agent One = new("one") { Types = ["x"], MaxConcurrentTasks = 2 };
    private static readonly ScheduleOptions Any = new() { Selection = AgentSelection.EarliestFinish };

    [Test]
    public void Build_MoreSlotsThanTasks_KeepsAsManyAsCouldRun() => Assert.That(Build([Task("a", 1)], [One, new Agent("idle") { MaxConcurrentTasks = 5 }]).Slots, Is.EqualTo(new[] { 1, 0 }));

    [TestCase(0, 1, new[] { 3, 0 })]
    [TestCase(0, 9, new[] { 3, 0 })]
    [TestCase(1, 9, new[] { 2, 0 })]
    public void Build_MoreSlotsForAnAgent_GivesThemToIt(int agent, int more, int[] slots)
    {
        var plan = Plan([Task("a", 1), Task("b", 1), Task("c", 1)], [One, new Agent("idle")]);
        Assert.That(new SchedulingProblemBuilder(plan, ScheduleOptions.Default) { MoreSlots = (agent, more) }.Build().Slots, Is.EqualTo(slots));
    }

    [Test]
    public void Build_WholeGraph_LimitsTasksByCapacity()
    {
        var plan = Plan([Task("a", 1)], [One, new Agent("huge") { MaxConcurrentTasks = int.MaxValue }], new RouteOptions { Capacity = CapacityMode.WholeGraph });
        Assert.That(new SchedulingProblemBuilder(plan, Any) { MoreSlots = (0, 3) }.Build().TaskLimits, Is.EqualTo(new[] { 5, int.MaxValue }));
        Assert.That(new SchedulingProblemBuilder(plan, Any) { MoreSlots = (1, 3) }.Build().TaskLimits, Is.EqualTo(new[] { 2, int.MaxValue }));
    }

    [Test]
    public void Build_Concurrent_LimitsNoTasks() => Assert.That(Build([Task("a", 1)], [One]).TaskLimits, Is.Null);

    [Test]
    public void Build_ManyCandidates_KeepsThemAllInOrder()
    {
        var agents = Enumerable.Range(0, 40).Select(i => new Agent($"a{i}") { Types = ["x"], Speed = i + 1 }).ToArray();
        var problem = Build([Task("a", 1), Task("b", 2)], agents, Any);
        Assert.That(problem.AgentsOf(1).ToArray(), Is.EqualTo(Enumerable.Range(0, 40)));
        Assert.That(problem.SecondsOf(1).ToArray(), Is.EqualTo(Enumerable.Range(0, 40).Select(i => 2.0 / (i + 1))));
    }

    [Test]
    public void Build_TaskWithoutEstimateAnywhere_IsNamedOnce()
    {
        var known = new TaskNode("known", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["one"] = 3 }) };
        var problem = Build([new TaskNode("a", "x"), known, Task("b", 2)], [One, new Agent("two") { Types = ["x"], Speed = 2 }], Any with { DefaultEstimate = 8.Seconds() });
        Assert.That(problem.WithDefaultEstimate, Is.EqualTo(new[] { 0, 1 }));
        Assert.That((problem.SecondsOf(0).ToArray(), problem.SecondsOf(1).ToArray()), Is.EqualTo((new[] { 8.0, 4.0 }, new[] { 3.0, 4.0 })));
    }

    [Test]
    public void Build_TaskInProgress_KeepsItsAgentOnly()
    {
        var problem = Build([Task("a", 1) with { Status = TaskNodeStatus.InProgress, Agent = "two" }, Task("b", 1) with { Status = TaskNodeStatus.Completed }, Task("c", 1)], [One, new Agent("two") { Types = ["x"] }], Any);
        Assert.That((problem.AgentsOf(0).ToArray(), problem.HasOptions(1), problem.AgentsOf(2).Length), Is.EqualTo((new[] { 1 }, false, 2)));
        Assert.That((problem.IsHeld(0), problem.IsHeld(2), problem.IsDone(1), problem.IsDone(0)), Is.EqualTo((true, false, true, false)));
    }

    [TestCase(0.5, new[] { 0, 1 })]
    [TestCase(0.6, new[] { 0, 1 })]
    [TestCase(0.61, new[] { 0 })]
    [TestCase(0.91, new int[0])]
    public void Build_SuccessRate_IsNeededAtLeast(double least, int[] agents) =>
        Assert.That(Build([Task("a", 1)], [One with { SuccessRate = 0.9 }, new Agent("two") { Types = ["x"], SuccessRate = 0.6 }], Any with { MinSuccessRate = least }).AgentsOf(0).ToArray(), Is.EqualTo(agents));

    [Test]
    public void AgentsOf_RulesMatch_AreTheirAvailableTargetsInRuleOrder()
    {
        var plan = Plan(
            [Task("a", 1), Task("b", 1), new TaskNode("c", "y"), Task("d", 1)],
            [One, new Agent("two"), new Agent("three") { Types = ["y"] }, new Agent("away") { Types = ["y", "x"] }],
            new RouteOptions { Available = ["one", "two", "three"] },
            new RoutingRule("r1", When.Type("x"), "two", 1), new RoutingRule("r2", When.Type("x"), "three", 3), new RoutingRule("r3", When.Type("x"), "away", 2));
        var admitted = new AdmittedAgents(plan);
        Assert.That(Enumerable.Range(0, 4).Select(task => admitted.Of(task).ToArray()), Is.EqualTo(new[] { [2, 1], [2, 1], [2], new[] { 2, 1 } }));
    }
}
