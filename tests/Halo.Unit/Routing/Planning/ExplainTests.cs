namespace Halo.Unit.Routing.Planning;

[TestFixture, Category("Unit")]
public sealed class ExplainTests
{
    private static readonly HaloRouter Router = new(
        RuleSet.Create(
            new RoutingRule("arm", When.Type("build") & When.Attribute("arch").Is("arm"), "arm_runner", 30),
            new RoutingRule("big", When.Type("build") & When.Attribute("cores").AtLeast(8), "big_runner", 20),
            new RoutingRule("any", When.Type("build"), "runner", 10)),
        AgentRegistry.Create(
            new Agent("arm_runner"),
            new Agent("big_runner"),
            new Agent("runner") { Types = ["build"], MaxConcurrentTasks = 4 },
            new Agent("spare") { Types = ["build"], SuccessRate = 0.9 }));

    private static readonly TaskNode[] TwoBigBuilds = [Build("first"), Build("second")];

    [Test]
    public void Explain_AssignedByRule_NamesTheWinner() =>
        Assert.That(Router.Route(TwoBigBuilds).Explain("first").Decision.Rule?.Id, Is.EqualTo("big"));

    [Test]
    public void Explain_BetterRuleFailed_NamesTheFailedConditionAndTheValue()
    {
        var considered = Router.Route(TwoBigBuilds).Explain("first").Considered.Single();
        Assert.That((considered.Rule.Id, considered.Failed?.ToString(), considered.Actual), Is.EqualTo(("arm", "arch = arm", AttributeValue.Of("x86"))));
    }

    [Test]
    public void Explain_BetterRuleFull_SaysNoCapacity() =>
        Assert.That(Router.Route(TwoBigBuilds).Explain("second").Considered.Select(considered => considered.Outcome),
            Is.EqualTo(new[] { ConsiderationOutcome.ConditionFailed, ConsiderationOutcome.NoCapacity }));

    [Test]
    public void Explain_BetterRuleUnavailable_SaysSo() =>
        Assert.That(Router.Route(TwoBigBuilds, new RouteOptions { Available = ["runner"] }).Explain("first").Considered[1].Outcome,
            Is.EqualTo(ConsiderationOutcome.AgentUnavailable));

    [Test]
    public void Explain_AnyTask_ListsCandidatesByCapabilityWithTheirFigures() =>
        Assert.That(Router.Route([.. TwoBigBuilds, Build("third")]).Explain("third").Capability, Is.EqualTo(new[]
        {
            new CapabilityCandidate("spare", 0.9, 0, ConsiderationOutcome.Open),
            new CapabilityCandidate("runner", 0.5, 1, ConsiderationOutcome.Open),
        }));

    [Test]
    public void Explain_Unassigned_ListsEveryRule()
    {
        var plan = Router.Route([new TaskNode("odd", "bake")]);
        Assert.That(plan.Explain("odd").Considered, Has.Count.EqualTo(3));
    }

    [Test]
    public void Explain_WaitingTask_ListsTheFullRulesBehindItsChoiceToo()
    {
        var plan = Router.Route([.. Enumerable.Range(0, 8).Select(i => Build($"b{i}"))]);
        var explanation = plan.Explain("b7");
        Assert.That((explanation.Decision.Waits, explanation.Considered.Select(considered => considered.Rule.Id)), Is.EqualTo((true, new[] { "arm", "any" })));
    }

    [Test]
    public void Explain_UnknownTask_ThrowsAndNamesIt() =>
        Assert.That(() => Router.Route(TwoBigBuilds).Explain("third"), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("third"));

    private static TaskNode Build(string id) => new(id, "build")
    {
        Attributes = new Dictionary<string, AttributeValue> { ["arch"] = "x86", ["cores"] = 16 },
    };
}
