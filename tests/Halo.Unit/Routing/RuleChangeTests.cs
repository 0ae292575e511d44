namespace Halo.Unit.Routing;

/// <summary>Single rules that change while a router is in use.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleChangeTests
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("qa"), new Agent("dev"));
    private static readonly RoutingRule TestsToQa = new("tests", When.Type("test"), "qa");
    private static readonly TaskNode[] OneTest = [new TaskNode("t", "test")];

    private HaloRouter _router = null!;

    [SetUp]
    public void SetUp() => _router = new HaloRouter(RuleSet.Create(TestsToQa), Agents);

    [Test]
    public void AddRule_Better_DecidesTheNextRoute()
    {
        _router.AddRule(new RoutingRule("urgent", When.Always, "dev", Priority: 1));
        Assert.That(_router.Route(OneTest)["t"].Rule?.Id, Is.EqualTo("urgent"));
    }

    [Test]
    public void AddRule_EqualPriority_ComesLast()
    {
        _router.AddRule(new RoutingRule("later", When.Always, "dev"));
        Assert.That(_router.Route(OneTest)["t"].Rule?.Id, Is.EqualTo("tests"));
    }

    [Test]
    public void AddRule_AfterAPlan_DoesNotChangeThePlan()
    {
        var plan = _router.Route(OneTest);
        _router.AddRule(new RoutingRule("urgent", When.Always, "dev", Priority: 1));
        Assert.That((plan["t"].Agent, plan.Rules.Count, plan.Explain("t").Considered.Count), Is.EqualTo(("qa", 1, 0)));
    }

    [Test]
    public void ReplaceRule_OtherAgent_DecidesTheNextRoute()
    {
        _router.ReplaceRule(TestsToQa with { Agent = "dev" });
        Assert.That(_router.Route(OneTest)["t"].Agent, Is.EqualTo("dev"));
    }

    [Test]
    public void RemoveRule_TheOnlyOne_LeavesTheTaskUnassigned()
    {
        _router.RemoveRule("tests");
        Assert.That(_router.Route(OneTest)["t"].Reason, Is.EqualTo(DecisionReason.NoMatch));
    }

    [Test]
    public void Rules_AfterChanges_AreThoseInForce()
    {
        _router.AddRule(new RoutingRule("more", When.Always, "dev"));
        _router.RemoveRule("tests");
        Assert.That(_router.Rules.Select(rule => rule.Id), Is.EqualTo(new[] { "more" }));
    }

    [Test]
    public void ReportOutcome_BeforeAddRule_StillCounts()
    {
        _router.ReportOutcome("qa", succeeded: true);
        var rate = _router.SuccessRateOf("qa");
        _router.AddRule(new RoutingRule("more", When.Always, "dev"));
        Assert.That(_router.SuccessRateOf("qa"), Is.EqualTo(rate).And.GreaterThan(0.5));
    }

    [Test]
    public void ReplaceAgents_WithoutTheAgentOfARemovedRule_IsAllowed()
    {
        _router.AddRule(new RoutingRule("more", When.Always, "dev"));
        _router.RemoveRule("tests");
        _router.ReplaceAgents(AgentRegistry.Create(new Agent("dev")));
        Assert.That(_router.Route(OneTest)["t"].Agent, Is.EqualTo("dev"));
    }

    [Test]
    public void AddRule_EverythingWrong_NamesEveryFault() =>
        Assert.That(() => _router.AddRule(new RoutingRule("tests", When.Attribute("n").Between(2, 1), "qaa")), Throws.TypeOf<HaloValidationException>()
            .With.Message.Contains("HALO101").And.Message.Contains("HALO103").And.Message.Contains("HALO102").And.Message.Contains("Did you mean 'qa'?"));

    [Test]
    public void AddRule_WithoutAgent_SaysSoOnce() =>
        Assert.That(() => _router.AddRule(new RoutingRule("more", When.Always, "")), Throws.TypeOf<HaloValidationException>()
            .With.Property("Diagnostics").Exactly(1).Property("Code").EqualTo(DiagnosticCodes.MissingProperty));

    [Test]
    public void ReplaceRule_UnknownIdAndAgent_NamesBoth() =>
        Assert.That(() => _router.ReplaceRule(new RoutingRule("test", When.Always, "nobody")), Throws.TypeOf<HaloValidationException>()
            .With.Message.Contains("HALO109").And.Message.Contains("HALO102"));

    [Test]
    public void RemoveRule_UnknownId_NamesIt() =>
        Assert.That(() => _router.RemoveRule("test"), Throws.TypeOf<HaloValidationException>().With.Message.Contains("Did you mean 'tests'?"));

    [Test]
    public void Refusal_OfAnyChange_LeavesEverythingInForce()
    {
        var before = _router.Rules;
        Assert.Catch<HaloValidationException>(() => _router.AddRule(new RoutingRule("more", When.Always, "nobody")));
        Assert.Catch<HaloValidationException>(() => _router.ReplaceRule(TestsToQa with { Agent = "nobody" }));
        Assert.Catch<HaloValidationException>(() => _router.RemoveRule("nothing"));
        Assert.That(_router.Rules, Is.SameAs(before));
    }

    [Test]
    public void Null_Anywhere_IsAnArgumentFault()
    {
        Assert.That(() => _router.AddRule(null!), Throws.ArgumentNullException);
        Assert.That(() => _router.ReplaceRule(null!), Throws.ArgumentNullException);
        Assert.That(() => _router.RemoveRule(null!), Throws.ArgumentNullException);
        Assert.That(() => _router.Follow(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void AddRule_ManyRulesInForce_CostsFarLessThanAReplacementOfAll()
    {
        var agents = AgentRegistry.Create(new Agent("agent"));
        var rules = RuleSet.Create(Enumerable.Range(0, 5_000).Select(i => new RoutingRule($"r{i}", When.Attribute("key").Is($"v{i}"), "agent")));
        var router = new HaloRouter(rules, agents);
        router.AddRule(new RoutingRule("first", When.Type("x"), "agent")); // makes room for more
        var before = GC.GetAllocatedBytesForCurrentThread();
        router.AddRule(new RoutingRule("second", When.Type("y"), "agent"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(20_000));
    }
}
