using System.Diagnostics;
using System.Globalization;

namespace Halo.Unit.Routing;

/// <summary>Eight threads that route, explain, reload and report at once: every plan is that of one state, and memory stays flat.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class StressTests
{
    // Enough to find what happens often; where nobody waits for the run it is longer.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("HALO_STRESS_SECONDS") ?? "2", CultureInfo.InvariantCulture));

    internal static readonly TaskGraph Graph = TaskGraph.Create(Enumerable.Range(0, 60).Select(i => new TaskNode($"t{i}", i % 3 == 0 ? "open" : "ruled")));

    private static readonly AgentRegistry Agents = AgentRegistry.Create(
        new Agent("red") { MaxConcurrentTasks = 100 },
        new Agent("blue") { MaxConcurrentTasks = 100 },
        new Agent("learning") { Types = ["open"], MaxConcurrentTasks = 100, SuccessRate = 0.5 },
        new Agent("constant") { Types = ["open"], MaxConcurrentTasks = 100, SuccessRate = Math.PI / 5 }); // no fraction of counts equals it

    internal static readonly RuleSet[] States = [.. Agents.Take(2).Select(agent => RuleSet.Create(new RoutingRule("r", When.Type("ruled"), agent.Name)))];

    [Test]
    public void Route_WhileEverythingHappens_IsThePlanOfOneState() => RunAll(Router(), Duration);

    [Test]
    public void Route_AfterWarmUp_KeepsMemoryFlat() => Soak(Duration);

    internal static HaloRouter Router() => new(States[0], Agents);

    /// <summary>Runs everything on eight threads; the test fails with the first plan that mixes states.</summary>
    internal static void RunAll(HaloRouter router, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var done = 0L;
        Action[] work =
        [
            () => Verify(router.Route(Graph), ref done), () => Verify(router.Route(Graph), ref done), () => Verify(router.Route(Graph), ref done),
            () => Explain(router.Route(Graph), ref done), () => Explain(router.Route(Graph), ref done),
            () => Array.ForEach(States, router.ReplaceRules),
            () => router.ReportOutcome("learning", router.SuccessRateOf("learning") < router.SuccessRateOf("constant")), // to and fro across the other's rate
            () => Array.ForEach(States, state => router.Replace(state, Agents)),
        ];
        var threads = work.Select(step => Task.Factory.StartNew(() =>
        {
            while (Stopwatch.GetElapsedTime(started) < duration) step();
        }, TaskCreationOptions.LongRunning)).ToArray();
        Task.WhenAll(threads).GetAwaiter().GetResult();
        Assert.That(done, Is.GreaterThan(0));
    }

    internal static void Soak(TimeSpan duration)
    {
        var router = Router();
        RunAll(router, duration / 4);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        RunAll(router, duration * 3 / 4);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(router);
        Assert.That(after, Is.LessThanOrEqualTo(before * 1.02), "two per cent");
    }

    private static void Verify(RoutingPlan plan, ref long done)
    {
        var wrong = plan.Decisions.Where(decision => !IsOfState(plan, decision)).ToList();
        if (wrong.Count > 0) throw new InvalidOperationException($"The plan mixes states: {wrong[0]}.");
        Interlocked.Increment(ref done);
    }

    private static void Explain(RoutingPlan plan, ref long done)
    {
        foreach (var task in (string[])["t0", "t1"])
        {
            if (plan.Explain(task).Decision != plan[task]) throw new InvalidOperationException($"The explanation of {task} is that of another plan.");
        }

        Verify(plan, ref done);
    }

    // The rule of a state sends every ruled task to its agent; one look at the rates sends every open task to the same one.
    private static bool IsOfState(RoutingPlan plan, TaskDecision decision) =>
        IsRuled(decision.Task)
            ? decision.Agent == plan.Rules[0].Agent && decision.Rule == plan.Rules[0]
            : decision.Agent == plan["t0"].Agent && decision.Agent is "learning" or "constant" && decision.Reason == DecisionReason.Capability;

    private static bool IsRuled(string task) => Graph.TryGetIndex(task, out var index) && Graph.TypeOf(index) == "ruled";
}
