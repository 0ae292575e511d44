using Halo.NUnit;

namespace Halo.Unit.NUnit.Measuring;

/// <summary>Warm-up, batches and samples on a fake machine.</summary>
[TestFixture, Category("Unit")]
public sealed class SamplerTests
{
    private static readonly MeasureOptions Options = new();

    [TestCase(500, 1 + 3)]
    [TestCase(60, 3 + 3)]
    public void Samples_LongCalls_AreOneCallEachAfterOneOrThreeToWarmUp(double callMs, int expected)
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () =>
        {
            calls++;
            machine.Spend(callMs);
        });
        Assert.That((calls, samples.Select(sample => sample.Calls)), Is.EqualTo((expected, new[] { 1, 1, 1 })));
    }

    [Test]
    public void Samples_LongCallsThatAreCompiledLate_AreWarmedUpUntilTheyAre()
    {
        // The compiler begins only in the third call.
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(++calls < 8 ? 100 : 50, jitMs: calls is > 2 and < 8 ? 40 : 0));
        Assert.That(samples.Select(sample => sample.WallMs), Is.All.EqualTo(50));
    }

    [Test]
    public void Samples_ShortCalls_AreBatches()
    {
        var machine = new FakeMachine();
        Assert.That(Take(machine, () => machine.Spend(0.05)).Select(sample => sample.Calls), Is.All.EqualTo(400));
    }

    [TestCase(1, 64)]
    [TestCase(3, 7)]
    public void Samples_CallsOfMilliseconds_AreSlicesOfOneCall(double callMs, int slices)
    {
        var machine = new FakeMachine();
        var sample = new Sampler(machine.AsMachine(), Options, MeasuredCode.Of(() => machine.Spend(callMs))).Next();
        Assert.That(sample.Slices.Select(slice => slice.Calls), Is.EqualTo(Enumerable.Repeat(1, slices)));
    }

    [Test]
    public void Samples_StealToldInOneSlice_IsSharedByAll()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var sample = new Sampler(machine.AsMachine(), Options, MeasuredCode.Of(() => machine.Spend(4, cpuMs: 2, stealMs: calls++ % 5 == 0 ? 10 : 0))).Next();
        Assert.That(sample.Slices.Select(slice => slice.StolenMs), Is.All.GreaterThan(1));
    }

    [Test]
    public void Samples_CallsThatGetFaster_AreWarmedUpUntilTheyDoNot()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(++calls < 200 ? 1 : 0.1));
        Assert.That(samples.Select(sample => sample.WallMsPerCall), Is.All.EqualTo(0.1).Within(1e-9));
    }

    [Test]
    public void Samples_WarmUpThatNeverEnds_IsBounded()
    {
        var (machine, cost) = (new FakeMachine(), 10.0);
        Take(machine, () => machine.Spend(cost = Math.Max(cost * 0.99, 0.001)));
        Assert.That(machine.Waits.Sum(wait => wait.TotalMilliseconds), Is.LessThanOrEqualTo(Options.WarmUpMs));
    }

    [Test]
    public void Samples_StarvedMachine_AreWarmedUpUntilTheCompilerHasHadItsTurn()
    {
        // Compiled after ten seconds, of which the thread has had one.
        var machine = new FakeMachine();
        var samples = Take(machine, () =>
        {
            var isCompiled = machine.GetTimestamp() > 10_000_000_000;
            machine.Spend(isCompiled ? 1 : 10, runDelayMs: isCompiled ? 0.9 : 9, jitMs: isCompiled ? 0 : 0.1);
        });
        Assert.That(samples.Select(sample => sample.NetMsPerCall), Is.All.EqualTo(0.1).Within(1e-9));
    }

    [Test]
    public void Samples_FirstCallLongForAnotherReason_AreBatchesAllTheSame()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(++calls == 1 ? 5_000 : 0.05));
        Assert.That(samples.Select(sample => sample.WallMs), Is.All.EqualTo(20).Within(0.1));
    }

    [Test]
    public void Samples_MachineAtHalfSpeed_CarryItsSlowdown()
    {
        var machine = new FakeMachine { YardstickMs = 2 };
        Assert.That(Take(machine, () => machine.Spend(60)).Select(sample => sample.Slowdown), Is.All.EqualTo(2).Within(1e-9));
    }

    [Test]
    public void Samples_MachineSlowOnlyBefore_CarryNoSlowdown()
    {
        var machine = new FakeMachine { YardstickMs = 2 };
        var samples = Take(machine, () =>
        {
            machine.Spend(500);
            machine.YardstickMs = 1;
        });
        Assert.That(samples.Select(sample => sample.Slowdown), Is.All.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Samples_HalfOfTheBatchStarved_AreQuietInTheOther()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(calls++ / 100 % 2 == 0 ? 0.05 : 0.3, runDelayMs: calls / 100 % 2 == 0 ? 0 : 0.2));
        Assert.That(samples.Select(sample => sample.QuietMsPerCall), Is.All.EqualTo(0.05).Within(0.01));
    }

    [Test]
    public void Samples_SleepInOneOfAThousandCalls_AreQuietWithIt()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(0.01 + (calls++ % 1_000 == 0 ? 20 : 0), cpuMs: 0.01));
        Assert.That(samples.Sum(sample => sample.QuietMsPerCall * sample.Calls), Is.EqualTo(samples.Sum(sample => sample.WallMs)).Within(1e-6));
    }

    [Test]
    public void Samples_EveryOtherCallSlow_AreSlowOnAverage()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(calls++ % 2 == 0 ? 0.05 : 0.1));
        Assert.That(samples.Select(sample => sample.QuietMsPerCall), Is.All.EqualTo(0.075).Within(0.001));
    }

    [Test]
    public void Samples_HalfOfTheCallsSlow_HaveASlowQuarter()
    {
        var (machine, random) = (new FakeMachine(), new Random(1));
        var samples = Take(machine, () => machine.Spend(random.Next(2) == 0 ? 0.05 : 0.1));
        Assert.That(samples.Select(sample => sample.SlowQuarterMs), Is.All.EqualTo(0.1).Within(1e-3));
    }

    [Test]
    public void Samples_NeighborInHalfOfTheBatch_HaveNoSlowQuarter()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(calls++ / 100 % 2 == 0 ? 0.05 : 0.1));
        Assert.That(samples.Select(sample => sample.SlowQuarterMs), Is.All.EqualTo(0.05).Within(1e-3));
    }

    [Test]
    public void Samples_QueuedInEveryOtherSlice_AreTimedInTheOthers()
    {
        var (machine, calls) = (new FakeMachine(), 0);
        var samples = Take(machine, () => machine.Spend(calls++ / 50 % 2 == 0 ? 0.05 : 0.1, cpuMs: 0.05, runDelayMs: (calls - 1) / 50 % 2 == 0 ? 0 : 0.05));
        Assert.That(samples.Select(sample => sample.SlowQuarterMs), Is.All.EqualTo(0.05).Within(1e-3));
    }

    [TestCase(0.0005, 0, TestName = "Samples_CallsShorterThanTheClockCanTell_AreNotTimedSingly")]
    [TestCase(0.05, 0.05, TestName = "Samples_ShortCalls_AreTimedSingly")]
    [TestCase(0.2, 0.2, TestName = "Samples_CallsOfAFifthOfAMillisecond_AreTimedSingly")]
    [TestCase(5, 0, TestName = "Samples_FewCalls_AreSlicesOfOneCall")]
    public void Samples_SlowQuarter_NeedsManyCallsOfAMicrosecond(double callMs, double expected)
    {
        var machine = new FakeMachine();
        Assert.That(Take(machine, () => machine.Spend(callMs)).Select(sample => sample.SlowQuarterMs), Is.All.EqualTo(expected).Within(1e-3));
    }

    [TestCase(PerfBound.Processor, 1)]
    [TestCase(PerfBound.Memory, 2)]
    public void Samples_SlowMemory_CountsForCodeBoundByIt(PerfBound bound, double slowdown)
    {
        var machine = new FakeMachine();
        var slowMemory = machine.AsMachine() with { Memory = machine.AsMachine(yardstickMs: 0.5).Memory };
        var sample = new Sampler(slowMemory, Options with { Bound = bound }, MeasuredCode.Of(() => machine.Spend(60))).Next().Total;
        Assert.That(sample.Slowdown, Is.EqualTo(slowdown).Within(1e-9));
    }

    [Test]
    public void Samples_YardsticksThatDisagree_CarryBothSlowdowns()
    {
        var machine = new FakeMachine { YardstickMs = 1.6, LatencyMs = 1.1 };
        var sample = Take(machine, () => machine.Spend(60))[0];
        Assert.That((sample.LeastSlowdown, sample.Slowdown), Is.EqualTo((1.1, 1.6)).Using<double>((a, b) => Math.Abs(a - b) < 1e-6));
    }

    [Test]
    public void Samples_OtherThreadsOfTheProcessBusy_CarryNoSlowdown()
    {
        var machine = new FakeMachine { YardstickMs = 2 };
        Assert.That(Take(machine, () => machine.Spend(60, processCpuMs: 120)).Select(sample => sample.Slowdown), Is.All.EqualTo(1));
    }

    [Test]
    public void Samples_WithoutSignals_HaveNoSlowdown()
    {
        var machine = new FakeMachine { YardstickMs = 2, HasSignals = false };
        Assert.That(Take(machine, () => machine.Spend(60)).Select(sample => sample.Slowdown), Is.All.EqualTo(1));
    }

    [Test]
    public void Options_OutOfRange_AreAllNamed() =>
        Assert.That(new MeasureOptions { Samples = 0, BatchMs = double.NaN, WarmUpMs = -1, Bound = (PerfBound)9 }.Faults().Select(fault => fault.Split(' ')[0]), Is.EqualTo(new[] { "Samples", "BatchMs", "WarmUpMs", "Bound" }));

    private static Halo.Results.PerfSample[] Take(FakeMachine machine, Action action) => [.. new Sampler(machine.AsMachine(), Options, MeasuredCode.Of(action)).Samples().Select(sample => sample.Total)];
}
