using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

[TestFixture, Category("Unit")]
public sealed class SpawnCostMeterTests
{
    private const int StartsOfASample = 5;
    private static readonly SpawnCostOptions Five = new() { Samples = 5 };

    [Test]
    public void CostOf_Samples_IsTheirMedianWithQuartiles()
    {
        var cost = Meter(new FakeProbe(SpawnMethod.ThreadPool, start => SampleOf(start) == 1 ? 100 : new[] { 5, 1, 4, 2, 100 }[SampleOf(start) - 2])).CostOf(SpawnMethod.ThreadPool);
        Assert.That(cost, Is.EqualTo(new SpawnCost(SpawnMethod.ThreadPool, Milliseconds(4), Milliseconds(2), Milliseconds(5), 5)));
    }

    [TestCase(1)]
    [TestCase(StartsOfASample)]
    public void CostOf_StartsHeldUp_DoNotCountWhileOneOfASampleIsSpared(int spared)
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, start => (start - 1) % StartsOfASample == spared - 1 ? 1 : 40);
        Assert.That(Meter(probe).CostOf(SpawnMethod.ThreadPool).UpperQuartile, Is.EqualTo(Milliseconds(1)));
    }

    [Test]
    public void CostOf_WithinItsLifetime_IsRemembered()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, start => start);
        var meter = Meter(probe);
        var first = meter.CostOf(SpawnMethod.ThreadPool);
        probe.Advance(TimeSpan.FromMinutes(4.9));
        Assert.That(meter.CostOf(SpawnMethod.ThreadPool), Is.SameAs(first));
    }

    [Test]
    public void CostOf_AfterItsLifetime_IsMeasuredAgain()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, start => start);
        var meter = Meter(probe);
        var first = meter.CostOf(SpawnMethod.ThreadPool);
        probe.Advance(TimeSpan.FromMinutes(5));
        Assert.That(meter.CostOf(SpawnMethod.ThreadPool).Median, Is.EqualTo(first.Median + Milliseconds(6 * StartsOfASample)));
    }

    [Test]
    public void Clear_Always_ForgetsEveryMethod()
    {
        var (pool, thread) = (new FakeProbe(SpawnMethod.ThreadPool, _ => 1), new FakeProbe(SpawnMethod.DedicatedThread, _ => 1));
        var meter = new SpawnCostMeter([pool, thread], Five, pool);
        for (var round = 0; round < 2; round++)
        {
            meter.CostOf(SpawnMethod.ThreadPool);
            meter.CostOf(SpawnMethod.DedicatedThread);
            meter.Clear();
        }

        Assert.That((pool.Starts, thread.Starts), Is.EqualTo((12 * StartsOfASample, 12 * StartsOfASample)));
    }

    [Test]
    public void CostOf_OneMethod_LeavesTheOthersAlone()
    {
        var (pool, thread) = (new FakeProbe(SpawnMethod.ThreadPool, _ => 1), new FakeProbe(SpawnMethod.DedicatedThread, _ => 7));
        var meter = new SpawnCostMeter([pool, thread], Five, pool);
        Assert.That((meter.CostOf(SpawnMethod.DedicatedThread).Median, pool.Starts), Is.EqualTo((Milliseconds(7), 0)));
    }

    [Test]
    public async Task CostOf_ManyCallsAtOnce_MeasuresOnceAndAllGetIt()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, start => start);
        var meter = Meter(probe);
        using var begin = new Barrier(8);
        var costs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            begin.SignalAndWait();
            return meter.CostOf(SpawnMethod.ThreadPool);
        }, TaskCreationOptions.LongRunning)));
        Assert.That((probe.Starts, costs.Distinct(ReferenceEqualityComparer.Instance).Count()), Is.EqualTo((6 * StartsOfASample, 1)));
    }

    [Test]
    public void CostOf_NothingInTime_IsAMarkedTypicalFigure()
    {
        var cost = Meter(new FakeProbe(SpawnMethod.ChildProcess, _ => null)).CostOf(SpawnMethod.ChildProcess);
        Assert.That((cost.IsFallback, cost.Median, cost.Samples, cost.FallbackReason), Is.EqualTo((true, Milliseconds(5), 0, "Only 0 samples came within 2 s.")));
    }

    [TestCase(120, true)]
    [TestCase(99, false)]
    public void CostOf_Timeout_NeedsThreeSamples(double milliseconds, bool isFallback) =>
        Assert.That(Meter(new FakeProbe(SpawnMethod.ThreadPool, _ => milliseconds)).CostOf(SpawnMethod.ThreadPool).IsFallback, Is.EqualTo(isFallback));

    [Test]
    public void CostOf_Timeout_BoundsTheMeasurement()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, _ => 450);
        Meter(probe).CostOf(SpawnMethod.ThreadPool);
        Assert.That(TimeSpan.FromTicks(probe.GetTimestamp()), Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void CostOf_WhatCannotBeStarted_SaysWhy() =>
        Assert.That(Meter(new FakeProbe(SpawnMethod.ChildProcess, _ => throw new InvalidOperationException("'true' cannot be started"))).CostOf(SpawnMethod.ChildProcess).FallbackReason, Is.EqualTo("'true' cannot be started"));

    [Test]
    public void CostOf_Fallback_IsTriedAgainSooner()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, start => start == 1 ? null : 1);
        var meter = Meter(probe);
        meter.CostOf(SpawnMethod.ThreadPool);
        probe.Advance(TimeSpan.FromSeconds(30));
        Assert.That(meter.CostOf(SpawnMethod.ThreadPool).IsFallback, Is.False);
    }

    [Test]
    public void Options_OutOfRange_AreAllNamed() =>
        Assert.That(() => new SpawnCostMeter(new SpawnCostOptions { Samples = 2, Lifetime = TimeSpan.Zero, Timeout = TimeSpan.FromHours(1) }), Throws.ArgumentException.With.Message.Contains("Samples").And.Message.Contains("Lifetime").And.Message.Contains("Timeout"));

    [Test]
    public void CostOf_RealMethods_AreMeasured([Values] SpawnMethod method) =>
        Assert.That(new SpawnCostMeter(new SpawnCostOptions { Samples = 3, Timeout = TimeSpan.FromSeconds(20) }).CostOf(method), Has.Property("IsFallback").False.And.Property("Samples").EqualTo(3));

    private static int SampleOf(int start) => ((start - 1) / StartsOfASample) + 1;

    private static SpawnCostMeter Meter(FakeProbe probe) => new([probe], Five, probe);

    private static TimeSpan Milliseconds(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
