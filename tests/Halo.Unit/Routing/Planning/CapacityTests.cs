namespace Halo.Unit.Routing.Planning;

[TestFixture, Category("Unit")]
public sealed class CapacityTests
{
    private static readonly HaloRouter OneAgent = new(
        RuleSet.Create(new RoutingRule("all", When.Type("work"), "only")),
        AgentRegistry.Create(new Agent("only") { Types = ["work"], MaxConcurrentTasks = 10 }));

    private static readonly RouteOptions WholeGraph = new() { Capacity = CapacityMode.WholeGraph };

    [Test]
    public void Route_ChainOf200OnOneAgentOfTen_AssignsAll() =>
        Assert.That(OneAgent.Route(Chain(200)).AssignedCount, Is.EqualTo(200));

    [Test]
    public void Route_ChainOf200OnOneAgentOfTen_NothingWaits() =>
        Assert.That(OneAgent.Route(Chain(200)).Decisions.Count(decision => decision.Waits), Is.Zero);

    [Test]
    public void Route_200IndependentOnOneAgentOfTen_AssignsAll() =>
        Assert.That(OneAgent.Route(Independent(200)).AssignedCount, Is.EqualTo(200));

    [Test]
    public void Route_200IndependentOnOneAgentOfTen_190Wait() =>
        Assert.That(OneAgent.Route(Independent(200)).Decisions.Count(decision => decision.Waits), Is.EqualTo(190));

    [Test]
    public void Route_ChainOf200WholeGraph_LeavesAllBeyondCapacity() =>
        Assert.That(OneAgent.Route(Chain(200), WholeGraph).UnassignedCount, Is.EqualTo(190));

    [Test]
    public void Route_WholeGraphFull_SaysNoCapacity() =>
        Assert.That(OneAgent.Route(Chain(11), WholeGraph)["t10"].Reason, Is.EqualTo(DecisionReason.NoCapacity));

    [Test]
    public void Route_FirstChoiceFullInWave_SpillsToTheNextRule()
    {
        var router = new HaloRouter(
            RuleSet.Create(new RoutingRule("first", When.Type("work"), "small", 2), new RoutingRule("second", When.Type("work"), "large", 1)),
            AgentRegistry.Create(new Agent("small"), new Agent("large") { MaxConcurrentTasks = 5 }));
        Assert.That(router.Route(Independent(3)).Decisions.Select(decision => decision.Agent), Is.EqualTo(new[] { "small", "large", "large" }));
    }

    [Test]
    public void Route_EveryoneFullInWave_WaitsForTheFirstChoice()
    {
        var router = new HaloRouter(
            RuleSet.Create(new RoutingRule("first", When.Type("work"), "small", 2), new RoutingRule("second", When.Type("work"), "large", 1)),
            AgentRegistry.Create(new Agent("small"), new Agent("large")));
        Assert.That(router.Route(Independent(3))["t2"], Is.EqualTo(new TaskDecision("t2", "small", DecisionReason.Rule, router.Rules[0], Waits: true)));
    }

    [Test]
    public void Route_TaskInProgressLaterInTheWave_TakesItsSlotFirst()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("a") { Types = ["work"], SuccessRate = 0.9 }, new Agent("b") { Types = ["work"] }));
        var plan = router.Route([new TaskNode("new", "work"), new TaskNode("old", "work") { Status = TaskNodeStatus.InProgress, Agent = "a" }]);
        Assert.That(plan["new"].Agent, Is.EqualTo("b"));
    }

    [Test]
    public void Route_CompletedTask_TakesNoCapacity()
    {
        TaskNode[] tasks = [new TaskNode("done", "work") { Status = TaskNodeStatus.Completed }, .. Independent(10)];
        Assert.That(OneAgent.Route(tasks, WholeGraph).AssignedCount, Is.EqualTo(10));
    }

    [Test]
    public void Route_UnknownAgentsAvailable_NamesEachWithASuggestion()
    {
        var name = OneAgent.Agents[0].Name;
        var faults = Faults.Of(() => OneAgent.Route(Chain(1), new RouteOptions { Available = [name, name + "x", "none"] }));
        Assert.That(faults.Select(fault => (fault.Code, fault.Message, fault.Help)), Is.EqualTo(new[]
        {
            (DiagnosticCodes.UnknownAgent, $"The agents that may be used include '{name}x', which is not a registered agent.", $"Did you mean '{name}'?"),
            (DiagnosticCodes.UnknownAgent, "The agents that may be used include 'none', which is not a registered agent.", "Register the agent or leave it out."),
        }));
    }

    [Test]
    public void Route_NobodyAvailable_SaysSo() =>
        Assert.That(OneAgent.Route(Chain(1), new RouteOptions { Available = [] })["t0"].Reason, Is.EqualTo(DecisionReason.AgentUnavailable));

    [Test]
    public void Route_UnknownType_SaysNoMatch() =>
        Assert.That(OneAgent.Route([new TaskNode("t", "play")])["t"].Reason, Is.EqualTo(DecisionReason.NoMatch));

    [Test]
    public void Route_EmptyGraph_GivesAnEmptyPlan() =>
        Assert.That(OneAgent.Route([]).Decisions, Is.Empty);

    [TestCase(true)]
    [TestCase(false)]
    public void Route_AMillionTasks_AssignsAll(bool chain)
    {
        var plan = OneAgent.Route(chain ? Chain(1_000_000) : Fan(1_000_000));
        Assert.That(plan.AssignedCount, Is.EqualTo(1_000_000));
    }

    private static IEnumerable<TaskNode> Chain(int count) =>
        Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "work") { DependsOn = i == 0 ? [] : [$"t{i - 1}"] });

    private static IEnumerable<TaskNode> Fan(int count) =>
        Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "work") { DependsOn = i == 0 ? [] : ["t0"] });

    private static IEnumerable<TaskNode> Independent(int count) =>
        Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "work"));
}
