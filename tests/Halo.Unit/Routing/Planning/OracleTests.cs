using FsCheck.Fluent;

namespace Halo.Unit.Routing.Planning;

/// <summary>The router against the slow, obvious one on thousands of random problems; a failure prints the problem's seed.</summary>
[TestFixture, Category("Unit")]
public sealed class OracleTests
{
    private const int Problems = 4_000;

    [TestCase(CapacityMode.Concurrent)]
    [TestCase(CapacityMode.WholeGraph)]
    public void Route_RandomProblem_DecidesAsTheOracle(CapacityMode capacity) => ForRandomProblems(capacity, problem =>
        Plan(problem).Decisions.SequenceEqual(new OracleRouter(problem).Route()));

    [Test]
    public void Order_RandomProblem_IsTheOracles() => ForRandomProblems(CapacityMode.Concurrent, problem =>
        Plan(problem).Decisions.Select(decision => decision.Task).SequenceEqual(new OracleRouter(problem).Order().Select(task => task.Id)));

    [Test]
    public void Wave_RandomProblem_HoldsNoMoreThanCapacityBeyondWaiting() => ForRandomProblems(CapacityMode.Concurrent, problem =>
    {
        var plan = Plan(problem);
        return Enumerable.Range(0, plan.Graph.WaveCount).All(wave => plan.Graph.Wave(wave).ToArray()
            .Select(task => plan[task])
            .Where(decision => decision is { Agent: not null, Waits: false, Reason: not DecisionReason.InProgress })
            .GroupBy(decision => decision.Agent!)
            .All(group => group.Count() <= plan.Agents[plan.Agents.IndexOf(group.Key)].MaxConcurrentTasks));
    });

    [TestCase(CapacityMode.Concurrent)]
    [TestCase(CapacityMode.WholeGraph)]
    public void Explain_RandomProblem_NamesWhatKeptEachBetterRule(CapacityMode capacity) => ForRandomProblems(capacity, problem =>
    {
        var plan = Plan(problem);
        return problem.Tasks.All(task => ExplanationHolds(plan, task, plan.Explain(task.Id)));
    });

    [Test]
    public void Route_SameProblemOnManyThreads_GivesTheSamePlan()
    {
        var problem = RandomRouting.FromSeed(7, CapacityMode.Concurrent);
        var router = new HaloRouter(RuleSet.Create(problem.Rules), AgentRegistry.Create(problem.Agents));
        var graph = TaskGraph.Create(problem.Tasks);
        var expected = router.Route(graph, problem.Options).Decisions.ToList();
        var plans = new List<TaskDecision>[64];
        Parallel.For(0, plans.Length, i => plans[i] = [.. router.Route(graph, problem.Options).Decisions]);
        Assert.That(plans, Has.All.EqualTo(expected));
    }

    // A rule that is said to have been open to choice must not come before the winner.
    private static bool ExplanationHolds(RoutingPlan plan, TaskNode task, Explanation explanation)
    {
        if (task.Status == TaskNodeStatus.Completed || explanation.Decision.Reason == DecisionReason.InProgress) return explanation.Considered.Count == 0;
        var attributes = new Dictionary<string, AttributeValue>(task.Attributes) { ["type"] = task.Type.Length == 0 ? default : AttributeValue.Of(task.Type) };
        return explanation.Decision == plan[task.Id]
            && explanation.Considered.All(considered => considered.Outcome != ConsiderationOutcome.Open)
            && explanation.Considered.All(considered => (considered.Failed is null) == MatchTrace.Of(considered.Rule, attributes).Matched)
            && explanation.Capability.All(candidate => plan.Agents[plan.Agents.IndexOf(candidate.Agent)].Types.Contains(task.Type));
    }

    private static RoutingPlan Plan(RandomRouting problem) =>
        new HaloRouter(RuleSet.Create(problem.Rules), AgentRegistry.Create(problem.Agents)).Route(problem.Tasks, problem.Options);

    private static void ForRandomProblems(CapacityMode capacity, Func<RandomRouting, bool> holds) =>
        Check.ForAll(Gen.Choose(0, int.MaxValue), Problems, seed => holds(RandomRouting.FromSeed(seed, capacity)) ? null : $"It does not hold for problem {seed}.");
}
