namespace Halo.Performance;

/// <summary>
/// A router by keywords whose tasks are done in order and without resilience, against rules and the executor: the same
/// labelled tasks and the same seeded failures. Times are simulated by estimates and capacity; the failures pass through the
/// real executor.
/// </summary>
[TestFixture, Category("Performance"), NonParallelizable]
public sealed class ResilienceComparison
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 20)];
    private static readonly Dictionary<string, string> Assigned = KeywordRouter.Route([.. Enumerable.Range(0, Delivery.Graph.Count).Select(task => Delivery.Graph[task])]);
    private static readonly DeliveryOutcome Keywords = Sum(seed => DeliveryOutcome.OfKeywords(Assigned, new SeededFailures(seed), inWaves: false));
    private static readonly DeliveryOutcome KeywordsInWaves = Sum(seed => DeliveryOutcome.OfKeywords(Assigned, new SeededFailures(seed), inWaves: true));
    private static readonly DeliveryOutcome Rules = Sum(seed => DeliveryOutcome.OfRules(new SeededFailures(seed)));

    [Test]
    public void Rules_SeededFailures_LeaveAtMostHalfOfThem() => Assert.That(Rules.Failures, Is.LessThanOrEqualTo(Keywords.Failures / 2.0), Describe);

    [Test]
    public void Rules_SeededFailures_TakeAtLeast30PercentLess() => Assert.That(Rules.Seconds, Is.LessThanOrEqualTo(Keywords.Seconds * 0.7), Describe);

    [Test]
    public void Rules_SeededFailures_TakeAtLeast30PercentLessThanWaves() => Assert.That(Rules.Seconds, Is.LessThanOrEqualTo(KeywordsInWaves.Seconds * 0.7), Describe);

    [Test]
    public void Rules_SeededFailures_CostNoMore() => Assert.That(Rules.Cost, Is.LessThanOrEqualTo(Keywords.Cost), Describe);

    [Test]
    public void Rules_Labels_AreMetMoreOften()
    {
        var plan = Delivery.Router.Route(Delivery.Graph);
        var byRules = DeliveryLabels.AgentOf.Count(label => plan[label.Key].Agent == label.Value);
        Assert.That(byRules, Is.GreaterThan(DeliveryLabels.AgentOf.Count(label => Assigned[label.Key] == label.Value)));
    }

    [Test]
    public void Rules_SameSeed_GiveTheSameOutcome()
    {
        var first = DeliveryOutcome.OfRules(new SeededFailures(1));
        Assert.That(DeliveryOutcome.OfRules(new SeededFailures(1)), Is.EqualTo(first));
    }

    [OneTimeTearDown]
    public void Report() => TestContext.Progress.WriteLine(Describe());

    private static DeliveryOutcome Sum(Func<int, DeliveryOutcome> run)
    {
        var runs = Array.ConvertAll(Seeds, seed => run(seed));
        return new DeliveryOutcome(runs.Sum(outcome => outcome.Failures), runs.Sum(outcome => outcome.Seconds), runs.Sum(outcome => outcome.Cost));
    }

    private static string Describe() => $"{Seeds.Length} deliveries: by keywords task by task {Keywords}; wave by wave {KeywordsInWaves}; by rules {Rules}";
}
