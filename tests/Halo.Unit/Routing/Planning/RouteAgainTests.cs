using Halo.Unit.Reporting;

namespace Halo.Unit.Routing.Planning;

/// <summary>Who takes a task when some agents refused it: rules in their order, then capability, never one that is away.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RouteAgainTests
{
    private static readonly string[] Names = ["first", "second", "best", "good", "away"];

    [TestCase("", "first by Rule")]
    [TestCase("first", "second by Rule")]
    [TestCase("first second", "best by Capability")]
    [TestCase("best second first", "good by Capability")]
    [TestCase("first second best good", "nobody by AgentUnavailable")]
    [TestCase("First", "first by Rule")]
    public void RouteAgain_AgentsThatRefused_GoesToTheNext(string without, string expected)
    {
        var decision = Plan().RouteAgain("t", without.Split(' '));
        Assert.That($"{decision.Agent ?? "nobody"} by {decision.Reason}", Is.EqualTo(expected));
    }

    [Test]
    public void RouteAgain_TasksInTurn_DoNotMix()
    {
        var plan = Plan();
        Assert.That(new[] { "t", "u", "t", "u" }.Select(task => plan.RouteAgain(task, ["first"]).Agent), Is.EqualTo(new[] { "second", null, "second", null }));
    }

    [Test]
    public void RouteAgain_Decision_NamesItsRuleAndDoesNotWait()
    {
        var (byRule, byCapability) = (Plan().RouteAgain("t", ["first"]), Plan().RouteAgain("t", ["first", "second"]));
        Assert.That((byRule.Rule?.Id, byRule.Waits, byCapability.Rule?.Id, byCapability.Waits), Is.EqualTo(("r2", false, (string?)null, false)));
    }

    [Test]
    public void RouteAgain_OnlyRule_IsTaken()
    {
        var plan = Plans.Route([new TaskNode("t", "x")], [new RoutingRule("r", When.Type("x"), "a")], [new Agent("a"), new Agent("b") { Types = ["x"] }]);
        Assert.That((plan.RouteAgain("t", []).Rule?.Id, plan.RouteAgain("t", ["a"]).Agent), Is.EqualTo(("r", "b")));
    }

    [Test]
    public void RouteAgain_NoListOfAvailable_MeansEveryone()
    {
        var plan = Plans.Route([new TaskNode("t", "x")], [], [new Agent("a") { Types = ["x"] }, new Agent("b") { Types = ["x"] }]);
        Assert.That(plan.RouteAgain("t", ["a"]).Agent, Is.EqualTo("b"));
    }

    [Test]
    public void RouteAgain_UnknownTask_IsNamed() => Assert.That(() => Plan().RouteAgain("nothing", []), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("'nothing'"));

    [Test]
    public void Assignments_OfAPlan_AreThoseWithAnAgentInOrder() =>
        Assert.That(Plans.Small().Assignments.Select(decision => $"{decision.Task} {decision.Agent}"), Is.EqualTo(new[] { "t0 qa", "t1 builder" }));

    [Test]
    public void Workload_OfAPlan_CountsOnlyAgentsWithTasks() => Assert.That(Plan().Workload(), Is.EqualTo(new Dictionary<string, int> { ["first"] = 1 }));

    [Test]
    public void Explain_TasksInProgressBefore_HoldTheirAgent([Values] CapacityMode capacity)
    {
        // In its own wave, and in an earlier one: only the whole graph counts both.
        TaskNode Held(string id, params string[] dependsOn) => new(id, "x") { Status = TaskNodeStatus.InProgress, Agent = "one", DependsOn = dependsOn };
        var plan = Plans.Route(
            [Held("early"), new TaskNode("root", "none") { Status = TaskNodeStatus.Completed }, Held("late", "root"), new TaskNode("t", "x") { DependsOn = ["root"] }],
            [new RoutingRule("r", When.Type("x"), "one", 1)], [new Agent("zero"), new Agent("one") { Types = ["x"], MaxConcurrentTasks = 2 }, new Agent("two") { Types = ["x"] }], new RouteOptions { Capacity = capacity });
        var explanation = plan.Explain("t");
        Assert.That((plan["t"].Agent, explanation.Capability.Single(candidate => candidate.Agent == "one").Assigned),
            Is.EqualTo(capacity == CapacityMode.Concurrent ? ("one", 2) : ("two", 2)));
        Assert.That(explanation.Considered.Select(rule => rule.Outcome), Is.EqualTo(capacity == CapacityMode.Concurrent ? Array.Empty<ConsiderationOutcome>() : [ConsiderationOutcome.NoCapacity]));
    }

    [Test]
    public void Explain_FullAgentOfAnEarlierWave_HasRoomAgain()
    {
        var plan = Plans.Route([new TaskNode("a", "x"), new TaskNode("b", "x") { DependsOn = ["a"] }], [], [new Agent("one") { Types = ["x"] }]);
        Assert.That(plan.Explain("b").Capability.Single(), Is.EqualTo(new CapabilityCandidate("one", 0.5, 1, ConsiderationOutcome.Open)));
    }

    [Test]
    public void Route_RuleOfAnAgentThatIsAway_IsNotNoMatch()
    {
        var plan = Plans.Route([new TaskNode("t", "x"), new TaskNode("u", "y")], [new RoutingRule("r", When.Type("x"), "a")], [new Agent("a"), new Agent("b")], new RouteOptions { Available = ["b"] });
        Assert.That((plan["t"].Reason, plan["u"].Reason), Is.EqualTo((DecisionReason.AgentUnavailable, DecisionReason.NoMatch)));
    }

    [Test]
    public void Route_WholeGraphTaskInProgressLater_TakesItsRoomFirst()
    {
        var held = new TaskNode("late", "x") { Status = TaskNodeStatus.InProgress, Agent = "a", DependsOn = ["t"] };
        var plan = Plans.Route([new TaskNode("t", "x"), held], [], [new Agent("a") { Types = ["x"] }], new RouteOptions { Capacity = CapacityMode.WholeGraph });
        Assert.That((plan["t"].Reason, plan["late"].Agent), Is.EqualTo((DecisionReason.NoCapacity, "a")));
    }

    [Test]
    public void Route_EqualRates_GoToTheAgentWithFewerTasks()
    {
        var agents = Enumerable.Range(0, 3).Select(i => new Agent($"a{i}") { Types = ["x"], MaxConcurrentTasks = 5 }).Append(new Agent("worse") { Types = ["x"], SuccessRate = 0.4 });
        var plan = Plans.Route(Enumerable.Range(0, 7).Select(i => new TaskNode($"t{i}", "x")), [], agents);
        Assert.That(plan.Decisions.Select(decision => decision.Agent), Is.EqualTo(new[] { "a0", "a1", "a2", "a0", "a1", "a2", "a0" }));
    }

    // "first" and "second" by rule, "best" and "good" by capability, "away" by both.
    private static RoutingPlan Plan() => Plans.Route(
        [new TaskNode("t", "x"), new TaskNode("u", "none")],
        [new RoutingRule("r0", When.Type("x"), "away", 9), new RoutingRule("r1", When.Type("x"), "first", 2), new RoutingRule("r2", When.Type("x"), "second", 1)],
        [new Agent("second"), new Agent("first"), new Agent("good") { Types = ["x"] }, new Agent("best") { Types = ["x"], SuccessRate = 0.9 }, new Agent("away") { Types = ["x"], SuccessRate = 1 }],
        new RouteOptions { Available = [.. Names[..4]] });
}
