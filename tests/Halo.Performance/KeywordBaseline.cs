using System.Globalization;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>
/// A router by keywords, as the bar for one by rules: how long it takes, and what its assignments of the delivery sample
/// are worth. Failures and costs follow from the figures of the agents; no task is run.
/// </summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class KeywordBaseline
{
    private static readonly TaskNode[] Simple = Workload.Tasks(50, dependencies: 0);
    private static readonly TaskNode[] Complex = [.. Enumerable.Range(0, Delivery.Graph.Count).Select(task => Delivery.Graph[task])];

    private static RoutingQuality Keywords { get; } = RoutingQuality.Of(KeywordRouter.Route(Complex), DeliveryLabels.AgentOf, Delivery.Agents);

    private static RoutingQuality Rules { get; } = RoutingQuality.Of(
        Delivery.Router.Route(Delivery.Graph).Assignments.ToDictionary(decision => decision.Task, decision => decision.Agent!), DeliveryLabels.AgentOf, Delivery.Agents);

    [Test]
    public void Keywords_SimpleTasks_AreWithinBudget() => Perf.Measure(() => KeywordRouter.Route(Simple), budgetMs: 0.14);

    [Test]
    public void Keywords_ComplexTasks_AreWithinBudget() => Perf.Measure(() => KeywordRouter.Route(Complex), budgetMs: 0.28);

    [Test]
    public void Keywords_DeliverySample_HaveTheStoredAccuracy() => Assert.That(Keywords.Accuracy, Is.EqualTo(StoredQuality.Keywords.Accuracy).Within(StoredQuality.Rounding), Describe);

    [Test]
    public void Keywords_DeliverySample_HaveTheStoredFailureRate() => Assert.That(Keywords.FailureRate, Is.EqualTo(StoredQuality.Keywords.FailureRate).Within(StoredQuality.Rounding), Describe);

    [Test]
    public void Keywords_DeliverySample_HaveTheStoredCost() => Assert.That(Keywords.Cost, Is.EqualTo(StoredQuality.Keywords.Cost).Within(StoredQuality.Rounding), Describe);

    [Test]
    public void Rules_SimpleTasks_AreAtLeast30PercentFaster()
    {
        var router = Workload.Router();
        Perf.Ratio(() => KeywordRouter.Route(Simple), () => router.Route(Simple)).AtMost(0.7);
    }

    [Test]
    public void Rules_DeliverySample_AreMoreAccurate() => Assert.That(Rules.Accuracy, Is.GreaterThan(Keywords.Accuracy), Describe);

    [Test]
    public void Rules_DeliverySample_HalveTheAvoidableFailures() => Assert.That(Rules.AvoidableFailureRate, Is.LessThanOrEqualTo(Keywords.AvoidableFailureRate / 2), Describe);

    [Test]
    public void Rules_DeliverySample_CostNoMore() => Assert.That(Rules.Cost, Is.LessThanOrEqualTo(Keywords.Cost), Describe);

    [Test]
    public void Rules_DeliverySample_AreNoWorseThanStored() => Assert.Multiple(() =>
    {
        Assert.That(Rules.Accuracy, Is.GreaterThanOrEqualTo(StoredQuality.Rules.Accuracy - StoredQuality.Rounding), Describe);
        Assert.That(Rules.FailureRate, Is.LessThanOrEqualTo(StoredQuality.Rules.FailureRate + StoredQuality.Rounding), Describe);
        Assert.That(Rules.Cost, Is.LessThanOrEqualTo(StoredQuality.Rules.Cost + StoredQuality.Rounding), Describe);
    });

    [Test]
    public void Rules_ComplexTasks_AreNoSlowerBesideKeywordsThanStored() =>
        Perf.Ratio(() => KeywordRouter.Route(Complex), () => Delivery.Router.Route(Delivery.Graph)).AtMost(StoredQuality.TimeBesideKeywords);

    private static string Describe() => string.Create(CultureInfo.InvariantCulture, $"keywords {Keywords}, rules {Rules}");
}
