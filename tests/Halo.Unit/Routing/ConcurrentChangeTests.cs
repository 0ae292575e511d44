namespace Halo.Unit.Routing;

/// <summary>Routes on several threads while rules and agents change: each plan is that of one state, never of two.</summary>
[TestFixture, Category("Unit")]
public sealed class ConcurrentChangeTests
{
    private const int Readers = 3;
    private const int RoutesPerReader = 1_500;

    private static readonly AgentRegistry Agents = AgentRegistry.Create(
        new Agent("red") { Types = ["z"] }, new Agent("blue") { MaxConcurrentTasks = 2 }, new Agent("green") { MaxConcurrentTasks = 3 });

    private static readonly AgentRegistry OtherAgents = AgentRegistry.Create(
        new Agent("blue") { MaxConcurrentTasks = 3 }, new Agent("green"), new Agent("red") { SuccessRate = 0.9, Types = ["z"] });

    private static readonly RuleSet First = RuleSet.Create(Rule("x", "red"), Rule("y", "red"));
    private static readonly RuleSet Second = RuleSet.Create(Rule("y", "blue"), Rule("x", "blue"));

    /// <summary>A circle of changes: the last one leads back to the first state.</summary>
    private static readonly Action<HaloRouter>[] Changes =
    [
        router => router.AddRule(Rule("w", "green")),
        router => router.ReplaceRule(Rule("x", "green")),
        router => router.AddRule(new RoutingRule("all", When.Always, "blue", Priority: -1)),
        router => router.RemoveRule("y"),
        router => router.Replace(Second, OtherAgents),
        router => router.ReplaceRule(Rule("y", "red")),
        router => router.RemoveRule("x"),
        router => router.ReplaceRules(RuleSet.Create(Rule("z", "green"))),
        router => router.ReplaceRules(RuleSet.Empty),
        router => router.Replace(First, Agents),
    ];

    [Test]
    public async Task Route_WhileEverythingChanges_IsThePlanOfOneState()
    {
        var graph = TaskGraph.Create(Enumerable.Range(0, 40).Select(i => new TaskNode($"t{i}", ((string[])["w", "x", "y", "z"])[i % 4])));
        var router = new HaloRouter(First, Agents);
        var expected = PlansOfAllStates(router, graph);

        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) Array.ForEach(Changes, change => change(router));
        });
        var mixed = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() =>
            Enumerable.Range(0, RoutesPerReader).Count(_ => router.Route(graph) is var plan && !expected[StateOf(plan)].SequenceEqual(plan.Decisions)))));
        await stop.CancelAsync();
        await writer;
        Assert.That(mixed, Is.All.Zero);
    }

    [Test]
    public void Change_OnSeveralThreads_LosesNone()
    {
        var router = new HaloRouter(RuleSet.Empty, Agents);
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 50; i++)
            {
                router.AddRule(Rule($"{thread}-{i}", "red"));
                router.ReplaceRule(Rule($"{thread}-{i}", "blue"));
                if (i % 2 == 0) router.RemoveRule($"{thread}-{i}");
            }
        });
        Assert.That((router.Rules.Count, router.Rules.All(rule => rule.Agent == "blue")), Is.EqualTo((200, true)));
    }

    private static Dictionary<string, List<TaskDecision>> PlansOfAllStates(HaloRouter router, TaskGraph graph)
    {
        var plans = new Dictionary<string, List<TaskDecision>>();
        foreach (var change in Changes)
        {
            change(router);
            var fresh = new HaloRouter(RuleSet.Create(router.Rules), router.Agents).Route(graph);
            plans[StateOf(fresh)] = [.. fresh.Decisions];
        }

        Assert.That(plans, Has.Count.EqualTo(Changes.Length), "The states differ.");
        return plans;
    }

    private static string StateOf(RoutingPlan plan) =>
        $"{string.Join(' ', plan.Rules.Select(rule => $"{rule.Id}>{rule.Agent}"))} / {string.Join(' ', plan.Agents.Select(agent => agent.Name))}";

    private static RoutingRule Rule(string type, string agent) => new(type, When.Type(type), agent);
}
