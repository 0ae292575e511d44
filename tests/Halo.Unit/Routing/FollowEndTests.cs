using System.Runtime.CompilerServices;

namespace Halo.Unit.Routing;

/// <summary>Routers that do not follow a rule file any more, and what they let go.</summary>
[TestFixture, Category("Unit")]
public sealed class FollowEndTests : FolderFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("red"), new Agent("blue"));
    private static readonly RuleSourceOptions Quick = new() { QuietPeriod = TimeSpan.FromMilliseconds(20), PollInterval = TimeSpan.FromMilliseconds(100) };

    [SetUp]
    public void SetUp() => Write("red");

    [Test]
    public void Dispose_DuringAChange_TakesNothingMore()
    {
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        IDisposable? following = null;
        source.Changed += (_, _) => following!.Dispose();
        following = router.Follow(source);
        var probe = new SourceProbe(source);
        Write("blue");
        probe.NextChange();
        Assert.That(router.Rules.Single().Agent, Is.EqualTo("red"));
    }

    [Test]
    public void Dispose_FaultyFile_IsNotLogged()
    {
        using var source = Watch();
        var log = new RouterLog();
        new HaloRouter(RuleSet.Empty, Agents, logger: log).Follow(source).Dispose();
        var probe = new SourceProbe(source);
        Folder.Write("rules.json", "{");
        probe.NextFault();
        Assert.That(log.Errors, Is.Zero);
    }

    [Test]
    public void Follow_Refused_DoesNotFollowLaterChanges()
    {
        Write("nobody");
        using var source = Watch();
        var router = new HaloRouter(RuleSet.Empty, Agents);
        Assert.Catch<HaloValidationException>(() => router.Follow(source));
        var probe = new SourceProbe(source);
        Write("blue");
        probe.NextChange();
        Assert.That(router.Rules, Is.Empty);
    }

    [Test]
    public void Dispose_Following_LetsTheAgentsGo()
    {
        using var source = Watch();
        AssertGone(AgentsThatFollowed(source));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Host_DisposedOrFaulty_EndsItsWatch(bool isFaulty)
    {
        Folder.Write("agents.json", isFaulty ? "{" : """{"agents":[{"name":"red"}]}""");
        AssertGone(ClockOfAHost(isFaulty));
    }

    // In methods of their own, so that no local keeps what is to be collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AgentsThatFollowed(RuleSource source)
    {
        var agents = AgentRegistry.Create(new Agent("red"));
        new HaloRouter(RuleSet.Empty, agents).Follow(source).Dispose();
        return new WeakReference(agents);
    }

    // A watch that goes on holds the clock that it waits by.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ClockOfAHost(bool isFaulty)
    {
        var clock = new Clock();
        var options = new HaloServiceOptions { RulesFile = Folder.File("rules.json"), AgentsFile = Folder.File("agents.json"), WatchRules = true };
        if (isFaulty) Assert.Catch<HaloValidationException>(() => new HaloRoutingHost(new HaloRoutingSource(null, null), options, clock, null).Dispose());
        else new HaloRoutingHost(new HaloRoutingSource(null, null), options, clock, null).Dispose();
        return new WeakReference(clock);
    }

    private static void AssertGone(WeakReference reference) => Assert.That(
        SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !reference.IsAlive;
            },
            Patience),
        "It is still held.");

    private RuleSource Watch() => RuleSource.Watch(Folder.File("rules.json"), Quick);

    private void Write(string agent) => RuleFile.Save(RuleSet.Create(new RoutingRule("r", When.Always, agent)), Folder.File("rules.json"));

    private sealed class Clock : TimeProvider;
}
