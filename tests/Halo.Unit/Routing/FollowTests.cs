using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Halo.Unit.Routing;

/// <summary>Routers that follow a rule file.</summary>
[TestFixture, Category("Unit")]
public sealed class FollowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("red"), new Agent("blue"));
    private static readonly RuleSourceOptions Quick = new() { QuietPeriod = TimeSpan.FromMilliseconds(20), PollInterval = TimeSpan.FromMilliseconds(100) };

    private readonly RouterLog _log = new();
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _log.Clear();
        _folder = new TemporaryFolder();
        Write("red");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Follow_Source_TakesItsRulesAtOnce()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        using var following = router.Follow(source);
        Assert.That(router.Rules, Is.SameAs(source.Current));
    }

    [Test]
    public void Follow_SourceWithUnknownAgent_ThrowsAndKeepsTheRules()
    {
        Write("nobody");
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        Assert.That(() => router.Follow(source), Throws.TypeOf<HaloValidationException>().With.Message.Contains("'nobody'"));
        Assert.That(router.Rules, Is.Empty);
    }

    [Test]
    public void Follow_Change_DecidesTheNextRoute()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        using var following = router.Follow(source);
        Write("blue");
        AwaitAgent(router, "blue");
    }

    [Test]
    public void Follow_ChangeToUnknownAgent_IsLoggedReportedAndLeavesTheLastGood()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents, logger: _log);
        using var following = router.Follow(source);
        var probe = new SourceProbe(source);
        Write("nobody");
        Assert.That(probe.NextFault().Diagnostics.Single().Code, Is.EqualTo(DiagnosticCodes.UnknownAgent));
        Assert.That((AgentOf(router), _log.Errors), Is.EqualTo(("red", 1)));
    }

    [Test]
    public void Follow_FaultyFile_IsLoggedOnceAndTheNextGoodOneIsTaken()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents, logger: _log);
        using var following = router.Follow(source);
        var probe = new SourceProbe(source);
        _folder.Write("rules.json", "{");
        probe.NextFault();
        Write("blue");
        AwaitAgent(router, "blue");
        Assert.That(_log.Errors, Is.EqualTo(1));
    }

    [Test]
    public void Follow_Ended_TakesNothingMore()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        router.Follow(source).Dispose();
        var probe = new SourceProbe(source);
        Write("blue");
        probe.NextChange();
        Assert.That(AgentOf(router), Is.EqualTo("red"));
    }

    [Test]
    public void AddHaloRouting_WatchRules_FollowsTheFile()
    {
        using var services = Services().BuildServiceProvider();
        var router = services.GetRequiredService<HaloRouter>();
        Write("nobody");
        Assert.That(SpinWait.SpinUntil(() => _log.Errors == 1, Patience));
        Write("blue");
        AwaitAgent(router, "blue");
    }

    [Test]
    public void AddHaloRouting_ProviderDisposed_EndsTheWatch()
    {
        HaloRouter router;
        using (var services = Services().BuildServiceProvider()) router = services.GetRequiredService<HaloRouter>();
        using var source = Watch();
        var probe = new SourceProbe(source);
        Write("blue");
        probe.NextChange();
        Assert.That(AgentOf(router), Is.EqualTo("red"));
    }

    [Test]
    public void AddHaloRouting_WatchRulesGivenInCode_IsAFault()
    {
        using var services = new ServiceCollection().AddHaloRouting(RuleSet.Empty, Agents, options => options.WatchRules = true).BuildServiceProvider();
        Assert.That(() => services.GetRequiredService<HaloRouter>(), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("WatchRules"));
    }

    private RuleSource Watch() => RuleSource.Watch(_folder.File("rules.json"), Quick);

    private void Write(string agent) => RuleFile.Save(RuleSet.Create(new RoutingRule("r", When.Always, agent)), _folder.File("rules.json"));

    private IServiceCollection Services()
    {
        var agents = _folder.Write("agents.json", """{"agents":[{"name":"red"},{"name":"blue"}]}""");
        return new ServiceCollection()
            .AddSingleton<ILogger<HaloRouter>>(_log)
            .AddHaloRouting(options => (options.RulesFile, options.AgentsFile, options.WatchRules) = (_folder.File("rules.json"), agents, true));
    }

    private static string? AgentOf(HaloRouter router) => router.Route([new TaskNode("t", "x")])["t"].Agent;

    private static void AwaitAgent(HaloRouter router, string agent) =>
        Assert.That(SpinWait.SpinUntil(() => AgentOf(router) == agent, Patience), "The router did not follow.");
}
