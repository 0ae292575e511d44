namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class DecisionTextTests
{
    private static readonly RoutingRule Rule = new("x", When.Type("compile") & When.Attribute("cores").AtLeast(8), "qa");

    [Test]
    public void Of_RuleWithExplanation_IsTheExplanation() =>
        Assert.That(Say(DecisionReason.Rule, Rule with { Explanation = "Because" }), Is.EqualTo("Because"));

    [Test]
    public void Of_RuleWithoutExplanation_IsItsCondition() =>
        Assert.That(Say(DecisionReason.Rule, Rule), Is.EqualTo("Rule 'x': type = compile and cores >= 8."));

    [Test]
    public void Of_RuleWithHugeCondition_IsShortened() =>
        Assert.That(Say(DecisionReason.Rule, new RoutingRule("x", When.Type([.. Enumerable.Range(0, 10_000).Select(i => $"type{i}")]), "qa")), Has.Length.LessThan(300));

    [TestCase("Because", "Because. It waits for a slot.")]
    [TestCase("Because.", "Because. It waits for a slot.")]
    public void Of_RuleThatWaits_SaysSoInASentenceOfItsOwn(string explanation, string expected) =>
        Assert.That(Say(DecisionReason.Rule, Rule with { Explanation = explanation }, waits: true), Is.EqualTo(expected));

    [Test]
    public void Of_Capability_ClaimsTheBestRateOnlyAmongOpenAgents() =>
        Assert.That(Say(DecisionReason.Capability), Is.EqualTo("No rule decided; of the available agents with room that list 'test', 'qa' has the best success rate."));

    [Test]
    public void Of_CapabilityThatWaits_DoesNotClaimRoom() =>
        Assert.That(Say(DecisionReason.Capability, waits: true), Is.EqualTo("No rule decided; of the available agents that list 'test', 'qa' has the best success rate. It waits for a slot."));

    [TestCase(DecisionReason.InProgress, "It is in progress and keeps its agent.")]
    [TestCase(DecisionReason.Completed, "It is completed and needs no agent.")]
    [TestCase(DecisionReason.NoMatch, "No rule matches it and no agent lists 'test'.")]
    [TestCase(DecisionReason.NoCapacity, "Every available agent that could take it is full.")]
    [TestCase(DecisionReason.AgentUnavailable, "No agent that could take it is available.")]
    public void Of_OtherReasons_IsAPlainSentence(DecisionReason reason, string expected) => Assert.That(Say(reason), Is.EqualTo(expected));

    [Test]
    public void Of_NoMatchWithoutType_DoesNotNameOne() =>
        Assert.That(new DecisionText().Of(new TaskDecision("t", null, DecisionReason.NoMatch, null, false), ""), Is.EqualTo("No rule matches it, and it has no type that an agent could list."));

    private static string Say(DecisionReason reason, RoutingRule? rule = null, bool waits = false) =>
        new DecisionText().Of(new TaskDecision("t", "qa", reason, rule, waits), "test");
}
