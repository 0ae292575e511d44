namespace Halo.Unit.Routing.Agents;

/// <summary>Success rates learned from outcomes: the mean of a Beta posterior.</summary>
[TestFixture, Category("Unit")]
public sealed class OutcomeTrackerTests
{
    private static readonly Agent Worker = new("worker") { SuccessRate = 0.8 };

    [Test]
    public void Estimate_WithoutOutcomes_IsTheConfiguredRate() => Assert.That(new OutcomeTracker(20).Estimate(Worker), Is.EqualTo(0.8));

    [TestCase(20, 1, 0, 17.0 / 21)]
    [TestCase(20, 0, 1, 16.0 / 21)]
    [TestCase(20, 5, 15, 21.0 / 40)]
    [TestCase(1, 3, 0, 3.8 / 4)]
    [TestCase(0.001, 0, 999, 0.0008 / 999.001)]
    public void Estimate_AfterOutcomes_IsThePosteriorMean(double strength, int successes, int failures, double expected)
    {
        var tracker = new OutcomeTracker(strength);
        for (var i = 0; i < successes; i++) tracker.Report("worker", true);
        for (var i = 0; i < failures; i++) tracker.Report("worker", false);
        Assert.That(tracker.Estimate(Worker), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Estimate_OtherAgentsOutcomes_DoNotCount()
    {
        var tracker = new OutcomeTracker(20);
        tracker.Report("Worker", false);
        Assert.That(tracker.Estimate(Worker), Is.EqualTo(0.8));
    }

    [Test]
    public void Estimate_RateConfiguredAnew_IsThePriorOfTheSameOutcomes()
    {
        var tracker = new OutcomeTracker(20);
        tracker.Report("worker", true);
        Assert.That(tracker.Estimate(Worker with { SuccessRate = 0 }), Is.EqualTo(1.0 / 21).Within(1e-12));
    }

    [Test]
    public void Version_EveryReport_Grows()
    {
        var tracker = new OutcomeTracker(20);
        var before = tracker.Version;
        tracker.Report("worker", true);
        tracker.Report("other", false);
        Assert.That(tracker.Version, Is.EqualTo(before + 2));
    }

    [Test]
    public void Report_EightThreads_LosesNothing()
    {
        const int Each = 50_000;
        var tracker = new OutcomeTracker(1);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (var i = 0; i < Each; i++) tracker.Report("worker", i % 4 != 0);
        });
        Assert.That((tracker.Estimate(Worker), tracker.Version), Is.EqualTo(((0.8 + (8 * Each * 0.75)) / (1 + (8 * Each)), 8L * Each)));
    }

    [Test]
    public void Estimate_WhileOthersReport_IsNeverTorn()
    {
        var tracker = new OutcomeTracker(1);
        using var stop = new CancellationTokenSource();
        var reporter = Task.Run(() =>
        {
            for (var i = 0; i < 1_000_000 && !stop.IsCancellationRequested; i++) tracker.Report("worker", true);
        });
        // Only successes are reported: a rate above 1 or falling would be one figure read without the other.
        var last = 0.8;
        for (var i = 0; i < 200_000; i++)
        {
            var now = tracker.Estimate(Worker);
            if (now < last || now > 1) Assert.Fail($"{now} after {last}");
            last = now;
        }

        stop.Cancel();
        reporter.Wait();
        Assert.That(last, Is.GreaterThanOrEqualTo(0.8));
    }
}
