namespace Halo.Unit.Routing.Graph;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskEstimateTests
{
    [Test]
    public void Of_Time_HasItForEveryAgent()
    {
        TaskEstimate estimate = TimeSpan.FromSeconds(12.5);
        Assert.That((estimate.Time, estimate.ByAgent.Count), Is.EqualTo(((TimeSpan?)12.5.Seconds(), 0)));
    }

    [Test]
    public void Of_TimeByAgent_HasItForEachAgent()
    {
        var estimate = TaskEstimate.Of(new Dictionary<string, TimeSpan> { ["a"] = 2.Seconds() });
        Assert.That((estimate.Time, estimate.ByAgent["a"]), Is.EqualTo(((TimeSpan?)null, 2.Seconds())));
    }

    [Test]
    public void FromSeconds_MoreDigitsThanATimeSpan_AreKeptForSchedules()
    {
        var graph = TaskGraph.Create([new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(1.0 / 3) }]);
        Assert.That((graph.SecondsOf(0, "a", 1), graph.EstimateOf(0)!.Time), Is.EqualTo((1.0 / 3, (TimeSpan?)TimeSpan.FromTicks(3_333_333))));
    }

    [Test]
    public void FromSeconds_MoreThanATimeSpanHolds_IsRefusedByTheGraph() => Assert.That(
        Faults.Only(() => TaskGraph.Create([new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(1e12) }])).Message, Does.Contain("its estimate is 1000000000000 seconds"));

    [Test]
    public void Equals_SameTimes_IsTrue() => Assert.That(
        TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 1, ["b"] = 2 }),
        Is.EqualTo(TaskEstimate.Of(new Dictionary<string, TimeSpan> { ["b"] = 2.Seconds(), ["a"] = 1.Seconds() })));

    [TestCase(2.0)]
    [TestCase(null)]
    public void Equals_OtherTimes_IsFalse(double? seconds)
    {
        var one = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 1 });
        Assert.That(one, Is.Not.EqualTo(seconds is { } all ? TaskEstimate.FromSeconds(all) : TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 2 })));
    }
}
