using Halo.Results;

namespace Halo.Unit.Results.Statistics;

[TestFixture, Category("Unit")]
public sealed class TestRunTests
{
    [TestCase(PerfVerdict.Pass, "Passed")]
    [TestCase(PerfVerdict.NetPass, "NetPass")]
    [TestCase(PerfVerdict.Inconclusive, "Inconclusive")]
    [TestCase(PerfVerdict.Regression, "Regression")]
    [TestCase(PerfVerdict.Contended, "Contended")]
    [TestCase(PerfVerdict.Unexplained, "Unexplained")]
    [TestCase(PerfVerdict.Error, "Error")]
    public void Outcome_OneAttempt_IsItsVerdict(PerfVerdict verdict, string expected) =>
        Assert.That(new TestRun([Attempts.Of("t", 1, [50], verdict)]).Outcome.ToString(), Is.EqualTo(expected));

    [Test]
    public void Outcome_PassAfterRetry_IsFlaky() => Assert.That(new TestRun([.. Attempts.Retried("t", 1, [50])]).Outcome, Is.EqualTo(PerfOutcome.Flaky));

    [Test]
    public void MedianNetMs_SeveralAttempts_IsOfTheLast()
    {
        var run = new TestRun([Attempts.Of("t", 1, [300], PerfVerdict.Contended), Attempts.Of("t", 1, [60, 64, 62], attempt: 2)]);
        Assert.That(run.MedianNetMs, Is.EqualTo(62));
    }

    [Test]
    public void MedianNetMs_Batch_IsOfOneCall()
    {
        var batch = new PerfSample { Calls = 10, WallMs = 100, RunDelayMs = 40, CpuMs = 50 };
        Assert.That(new TestRun([Attempts.Of("t", 1, []) with { Samples = [batch] }]).MedianNetMs, Is.EqualTo(6));
    }

    [Test]
    public void MedianNetMs_NoSamples_IsNull() => Assert.That(new TestRun([Attempts.Of("t", 1, [], PerfVerdict.Error)]).MedianNetMs, Is.Null);

    [Test]
    public void Contention_AllAttempts_IsTheShareOfWaiting()
    {
        var waited = Attempts.Of("t", 1, [], PerfVerdict.Contended) with { Samples = [Attempts.Sample(50, runDelayMs: 50)] };
        var calm = Attempts.Of("t", 1, [100], attempt: 2);
        Assert.That(new TestRun([waited, calm]).Contention, Is.EqualTo(0.25));
    }

    [TestCase(0.5, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [TestCase(3.1, 1)]
    public void Slowdown_BeyondThreefold_IsNotBelieved(double measured, double expected) =>
        Assert.That(new TestRun([Attempts.Of("t", 1, []) with { Samples = [Attempts.Sample(50, slowdown: measured)] }]).Slowdown, Is.EqualTo(expected));

    [Test]
    public void History_SecondCheckOfATest_HasANumber()
    {
        var histories = TestHistory.Of([Attempts.Of("t", 1, [1], PerfVerdict.Contended), Attempts.Of("t", 1, [1], attempt: 2), Attempts.Of("t", 1, [9], attempt: 2)]);
        Assert.That(histories.Select(history => (history.Test, history.Last.Attempts.Count)), Is.EqualTo(new[] { ("t", 2), ("t #2", 1) }));
    }

    [Test]
    public void History_Runs_AreInTheirOrder() =>
        Assert.That(TestHistory.Of([Attempts.Of("t", 2, [2]), Attempts.Of("t", 1, [1])]).Single().Runs.Select(run => run.MedianNetMs), Is.EqualTo(new[] { 1.0, 2 }));
}
