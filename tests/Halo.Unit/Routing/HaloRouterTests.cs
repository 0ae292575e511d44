namespace Halo.Unit.Routing;

[TestFixture, Category("Unit")]
public sealed class HaloRouterTests
{
    private static readonly RuleSet Rules = RuleSet.Create(new RoutingRule("r1", When.Type("test"), "qa"));
    private static readonly AgentRegistry Agents = AgentRegistry.Create(
        new Agent("qa") { SuccessRate = 0.9, Types = ["review"] }, new Agent("dev") { SuccessRate = 0.8, Types = ["review"] });

    private static readonly TaskNode[] OneTest = [new TaskNode("t", "test")];
    private static readonly TaskNode[] OneReview = [new TaskNode("t", "review")];

    [Test]
    public void Constructor_RuleToUnknownAgent_NamesRuleAndAgentAndSuggests() =>
        Assert.That(
            () => new HaloRouter(RuleSet.Create(new RoutingRule("r1", When.Always, "qaa"), new RoutingRule("r2", When.Always, "nobody")), Agents),
            Throws.TypeOf<HaloValidationException>().With.Message.Contains("'r1' routes to 'qaa'").And.Message.Contains("Did you mean 'qa'?").And.Message.Contains("'r2'"));

    [TestCase(0)]
    [TestCase(double.NaN)]
    public void Constructor_BadPriorStrength_Throws(double strength) =>
        Assert.That(() => new HaloRouter(Rules, Agents, new HaloRouterOptions { PriorStrength = strength }), Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo(nameof(HaloRouterOptions.PriorStrength)));

    [Test]
    public void Constructor_BadRouteOptions_NamesTheWayToThem() => Assert.That(
        () => new HaloRouter(Rules, Agents, new HaloRouterOptions { PriorStrength = 0, Route = new RouteOptions { Capacity = (CapacityMode)9 } }),
        Throws.ArgumentException.With.Message.StartsWith("PriorStrength is 0; it must be from 0.001 to 1000000000. Route.Capacity is 9; it must be Concurrent or WholeGraph."));

    [Test]
    public void Route_NullAmongTheAvailable_IsRefused() =>
        Assert.That(() => new HaloRouter(Rules, Agents).Route(OneTest, new RouteOptions { Available = ["qa", null!] }), Throws.ArgumentException.With.Message.StartsWith("Available must not hold null."));

    [Test]
    public void ReplaceRules_GoodRules_DecideTheNextRoute()
    {
        var router = new HaloRouter(Rules, Agents);
        router.ReplaceRules(RuleSet.Create(new RoutingRule("r2", When.Type("test"), "dev")));
        Assert.That(router.Route(OneTest)["t"].Agent, Is.EqualTo("dev"));
    }

    [Test]
    public void ReplaceRules_BadRules_Throws()
    {
        var router = new HaloRouter(Rules, Agents);
        Assert.That(() => router.ReplaceRules(RuleSet.Create(new RoutingRule("r2", When.Always, "nobody"))), Throws.TypeOf<HaloValidationException>());
    }

    [Test]
    public void ReplaceRules_BadRules_LeavesTheLastGoodOnes()
    {
        var router = new HaloRouter(Rules, Agents);
        Assert.Catch<HaloValidationException>(() => router.ReplaceRules(RuleSet.Create(new RoutingRule("r2", When.Always, "nobody"))));
        Assert.That(router.Rules, Is.SameAs(Rules));
    }

    [Test]
    public void ReplaceAgents_WithoutARulesTarget_Throws() =>
        Assert.That(() => new HaloRouter(Rules, Agents).ReplaceAgents(AgentRegistry.Create(new Agent("dev"))), Throws.TypeOf<HaloValidationException>());

    [Test]
    public void Replace_BothAtOnce_NeedNotFitTheOldOnes()
    {
        var router = new HaloRouter(Rules, Agents);
        router.Replace(RuleSet.Create(new RoutingRule("r", When.Type("test"), "new")), AgentRegistry.Create(new Agent("new")));
        Assert.That(router.Route(OneTest)["t"].Agent, Is.EqualTo("new"));
    }

    [Test]
    public void Replace_WhileRouting_EveryPlanIsOfOneSnapshot()
    {
        var blue = (RuleSet.Create(new RoutingRule("r", When.Always, "blue")), AgentRegistry.Create(new Agent("blue")));
        var red = (RuleSet.Create(new RoutingRule("r", When.Always, "red")), AgentRegistry.Create(new Agent("red")));
        var router = new HaloRouter(blue.Item1, blue.Item2);
        var graph = TaskGraph.Create(Enumerable.Range(0, 50).Select(i => new TaskNode($"t{i}", "x")));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                router.Replace(red.Item1, red.Item2);
                router.Replace(blue.Item1, blue.Item2);
            }
        });
        var mixed = Enumerable.Range(0, 3_000).Count(_ => router.Route(graph).Decisions.Select(decision => decision.Agent).Distinct().Count() != 1);
        stop.Cancel();
        writer.Wait();
        Assert.That(mixed, Is.Zero);
    }

    [Test]
    public void ReportOutcome_ManyFailures_ChangeTheChoiceByCapability()
    {
        var router = new HaloRouter(Rules, Agents);
        for (var i = 0; i < 5; i++) router.ReportOutcome("qa", succeeded: false);
        Assert.That(router.Route(OneReview)["t"].Agent, Is.EqualTo("dev"));
    }

    [Test]
    public void ReportOutcome_Outcomes_GiveTheMeanOfTheBetaPosterior()
    {
        var router = new HaloRouter(Rules, Agents, new HaloRouterOptions { PriorStrength = 10 });
        router.ReportOutcome("qa", succeeded: true);
        router.ReportOutcome("qa", succeeded: false);
        Assert.That(router.SuccessRateOf("qa"), Is.EqualTo(((0.9 * 10) + 1) / 12).Within(1e-12));
    }

    [Test]
    public void ReportOutcome_AfterAPlan_DoesNotChangeItsExplanation()
    {
        var router = new HaloRouter(Rules, Agents);
        var plan = router.Route(OneReview);
        router.ReportOutcome("qa", succeeded: false);
        Assert.That(plan.Explain("t").Capability[0].SuccessRate, Is.EqualTo(0.9));
    }

    [Test]
    public void ReportOutcome_UnknownAgent_Throws() =>
        Assert.That(() => new HaloRouter(Rules, Agents).ReportOutcome("nobody", true), Throws.ArgumentException.With.Message.Contains("nobody"));

    [Test]
    public void Route_TaskInProgressAtUnknownAgent_NamesTaskAndAgent() =>
        Assert.That(
            () => new HaloRouter(Rules, Agents).Route([new TaskNode("t", "test") { Status = TaskNodeStatus.InProgress, Agent = "nobody" }]),
            Throws.TypeOf<HaloValidationException>().With.Message.Contains("'t'").And.Message.Contains("'nobody'"));

    [Test]
    public void Route_SeveralTasksInProgressAtUnknownAgents_AreNamedInTheirOrder()
    {
        var faults = Faults.Of(() => new HaloRouter(Rules, Agents).Route([.. "cab".Select(id => new TaskNode($"{id}", "test") { Status = TaskNodeStatus.InProgress, Agent = "nobody" })]));
        Assert.That(faults.Select(fault => fault.Message[..8]), Is.EqualTo(new[] { "Task 'c'", "Task 'a'", "Task 'b'" }));
    }
}
