using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Halo.Unit.Routing;

/// <summary>What a router logs, and which options of a service collection it refuses.</summary>
[TestFixture, Category("Unit")]
public sealed class RouterPartTests : FolderFixture
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("a") { Types = ["x"] }, new Agent("b"));
    private static readonly RoutingRule Rule = new("r", When.Type("y"), "b");

    private readonly RouterLog _log = new();

    [SetUp]
    public void SetUp() => _log.Clear();

    [Test]
    public void Route_EveryTaskAssigned_IsLoggedQuietly()
    {
        new HaloRouter(RuleSet.Empty, Agents, logger: _log).Route([new TaskNode("t", "x")]);
        Assert.That(_log.Lines, Is.EqualTo(new[] { "Debug: Routed 1 tasks." }));
    }

    [Test]
    public void Changes_OfARouter_AreLogged()
    {
        var router = new HaloRouter(RuleSet.Empty, Agents, logger: _log);
        router.ReplaceRules(RuleSet.Create(Rule));
        router.AddRule(Rule with { Id = "s" });
        router.ReplaceRule(Rule with { Priority = 3 });
        router.RemoveRule("r");
        Assert.That(_log.Lines, Is.EqualTo(new[]
        {
            "Information: Now routing by 1 rules to 2 agents.",
            "Information: Rule 's' was added, replaced or removed; now routing by 2 rules.",
            "Information: Rule 'r' was added, replaced or removed; now routing by 2 rules.",
            "Information: Rule 'r' was added, replaced or removed; now routing by 1 rules.",
        }));
    }

    [Test]
    public void Refusals_OfARouter_AreLogged()
    {
        var router = new HaloRouter(RuleSet.Empty, Agents, logger: _log);
        Assert.Catch<HaloValidationException>(() => router.ReplaceRules(RuleSet.Create(Rule with { Agent = "nobody" })));
        Assert.Catch<HaloValidationException>(() => router.RemoveRule("r"));
        Assert.That(_log.Lines, Is.EqualTo(Enumerable.Repeat("Error: A change of rules or agents was refused for 1 faults; the last good ones stay in force.", 2)));
    }

    [Test]
    public void Replace_TheSameRules_KeepsTheirIndex()
    {
        var router = new HaloRouter(RuleSet.Create(Rule), Agents);
        var rules = router.Rules;
        router.Replace(rules, AgentRegistry.Create(new Agent("b")));
        Assert.That((ReferenceEquals(router.Rules, rules), router.Agents.Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public void SuccessRateOf_UnknownAgent_NamesIt() =>
        Assert.That(() => new HaloRouter(RuleSet.Empty, Agents).SuccessRateOf("nobody"), Throws.ArgumentException.With.Message.StartsWith("'nobody' is not a registered agent."));

    [TestCase("a", 1)]
    [TestCase("b", 1)]
    [TestCase("nobody", 0)]
    public void TryReportOutcome_Agent_CountsWhereItIsRegistered(string agent, int counted)
    {
        var router = new HaloRouter(RuleSet.Empty, Agents);
        router.TryReportOutcome(agent, succeeded: true);
        Assert.That(new[] { "a", "b" }.Count(name => router.SuccessRateOf(name) > 0.5), Is.EqualTo(counted));
    }

    [TestCase(1e-3, true)]
    [TestCase(1e9, true)]
    [TestCase(0.0009, false)]
    [TestCase(1.1e9, false)]
    [TestCase(0, false)]
    [TestCase(double.NaN, false)]
    [TestCase(double.PositiveInfinity, false)]
    public void Validate_PriorStrength_HasARange(double strength, bool isAllowed)
    {
        var faults = new HaloRoutingSource(RuleSet.Empty, Agents).Validate(new HaloServiceOptions { PriorStrength = strength });
        Assert.That(faults, Is.EqualTo(isAllowed ? [] : new[] { string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PriorStrength is {strength}; it must be from 0.001 to 1000000000.") }));
    }

    [Test]
    public void Validate_Everything_NamesEveryFault()
    {
        var faults = new HaloRoutingSource(RuleSet.Create(Rule with { Agent = "nobody" }), Agents).Validate(new HaloServiceOptions { Capacity = (CapacityMode)7, WatchRules = true });
        Assert.That(faults.Take(2), Is.EqualTo(new[] { "Capacity is 7; it must be Concurrent or WholeGraph.", "WatchRules has no file to watch: the rules are given in code." }));
        Assert.That(faults.Skip(2).Single(), Does.Contain("'r' routes to 'nobody'"));
    }

    [Test]
    public void Validate_NoFiles_NamesWhatIsMissing() => Assert.That(new HaloRoutingSource(null, null).Validate(new HaloServiceOptions()), Is.EqualTo(new[]
    {
        "RulesFile is missing: name the file, or give the rules in code.", "AgentsFile is missing: name the file, or give the agents in code.",
    }));

    [Test]
    public void Validate_FaultyFiles_NamesTheirFaults()
    {
        var options = new HaloServiceOptions { RulesFile = Folder.Write("rules.json", "{"), AgentsFile = Folder.Write("agents.json", """{"agents": [{"name": "a"}]}""") };
        Assert.That(new HaloRoutingSource(null, null).Validate(options).Single(), Does.Contain("rules.json"));
    }

    [Test]
    public void Validate_SoundFiles_HaveNoFault()
    {
        var options = new HaloServiceOptions { RulesFile = Folder.Write("rules.json", """{"rules": []}"""), AgentsFile = Folder.Write("agents.json", """{"agents": [{"name": "a"}]}""") };
        Assert.That(new HaloRoutingSource(null, null).Validate(options), Is.Empty);
    }

    [Test]
    public void Host_AgentsThatCannotBeRead_AreAFaultAlsoWhereRulesAreWatched()
    {
        var options = new HaloServiceOptions { RulesFile = Folder.Write("rules.json", """{"rules": []}"""), AgentsFile = Folder.File("none.json"), WatchRules = true };
        Assert.That(() => new HaloRoutingHost(new HaloRoutingSource(null, null), options, null, null).Dispose(), Throws.TypeOf<HaloValidationException>().With.Message.Contains("none.json"));
    }

    [Test]
    public void AddHaloRouting_FaultyOptions_AreRefusedAtFirstUse()
    {
        using var services = new ServiceCollection().AddHaloRouting(RuleSet.Empty, Agents, options => options.PriorStrength = -1).BuildServiceProvider();
        Assert.That(() => services.GetRequiredService<HaloRouter>(), Throws.TypeOf<OptionsValidationException>().With.Property(nameof(OptionsValidationException.Failures)).EqualTo(new[] { "PriorStrength is -1; it must be from 0.001 to 1000000000." }));
    }

    [Test]
    public void AddHaloRouting_Options_ReachTheRouter()
    {
        using var services = new ServiceCollection().AddHaloRouting(RuleSet.Empty, Agents, options => options.PriorStrength = 1).BuildServiceProvider();
        var router = services.GetRequiredService<HaloRouter>();
        router.ReportOutcome("a", succeeded: true);
        Assert.That(router.SuccessRateOf("a"), Is.EqualTo(0.75));
    }
}
