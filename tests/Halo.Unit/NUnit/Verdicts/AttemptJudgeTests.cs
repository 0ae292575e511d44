using Halo.NUnit;
using Halo.Results;
using static Halo.Results.PerfFigure;
using static Halo.Results.PerfVerdict;

namespace Halo.Unit.NUnit.Verdicts;

/// <summary>One sample of one call against a budget of 100 ms: which verdict, and which figure decides.</summary>
[TestFixture, Category("Unit")]
public sealed class AttemptJudgeTests
{
    private static readonly TimeBudget Wall = new(100, MaxBytes: null, PerfClock.Wall);

    private static PerfSample Working(double wall) => new() { Calls = 1, WallMs = wall, CpuMs = wall, ProcessCpuMs = wall };

    private static PerfSample Pooled(double wall, double processCpu) => Working(1) with { WallMs = wall, ProcessCpuMs = processCpu, OthersRunDelayMs = 110, NeighborCpuMs = 200 };

    private static IEnumerable<TestCaseData> Cases()
    {
        TestCaseData Case(string name, PerfSample sample, PerfVerdict verdict, PerfFigure figure) => new TestCaseData(sample, verdict, figure).SetArgDisplayNames(name);

        yield return Case("below", Working(99.9), Pass, PerfFigure.Wall);
        yield return Case("exactly the budget", Working(100), Regression, SlowQuarter);
        yield return Case("queued", Working(62) with { WallMs = 313, RunDelayMs = 251 }, Contended, Calm);
        yield return Case("twice as slow and queued less than half", Working(125) with { WallMs = 240, RunDelayMs = 115 }, Regression, SlowQuarter);
        yield return Case("twice as slow and starved", Working(125) with { WallMs = 613, RunDelayMs = 488 }, Contended, Calm);
        yield return Case("stolen while it waited", Working(40) with { WallMs = 130, StealMs = 40 }, Contended, Calm);
        yield return Case("steal does not excuse work", Working(130) with { WallMs = 140, StealMs = 60 }, Regression, SlowQuarter);
        yield return Case("stolen for longer than it ran", Working(184) with { WallMs = 510, RunDelayMs = 46, StealMs = 660 }, Contended, Calm);
        yield return Case("stolen mostly from the neighbors", Working(1) with { WallMs = 150, StealMs = 100, NeighborCpuMs = 150 }, Regression, SlowQuarter);
        yield return Case("slept", Working(1) with { WallMs = 150 }, Regression, SlowQuarter);
        yield return Case("queued behind its own threads", Working(60) with { WallMs = 150, RunDelayMs = 90, ProcessCpuMs = 240 }, Regression, SlowQuarter);
        yield return Case("other threads worked and queued behind neighbors", Pooled(180, 62), Contended, Calm);
        yield return Case("other threads queued for each other", Pooled(180, 62) with { NeighborCpuMs = 0 }, Regression, SlowQuarter);
        yield return Case("other threads worked for longer than they queued", Pooled(180, 120), Regression, SlowQuarter);
        yield return Case("slept while idle threads queued", Pooled(130, 3), Regression, SlowQuarter);
        yield return Case("slow processor", Working(150) with { Slowdown = 1.6, LeastSlowdown = 1.6 }, Contended, Calm);
        yield return Case("slow at what the code may not do", Working(150) with { Slowdown = 1.6 }, Contended, Calm);
        yield return Case("processor not slow enough to explain it", Working(150) with { Slowdown = 1.4, LeastSlowdown = 1.4 }, Regression, SlowQuarter);
        yield return Case("slow processor does not excuse sleep", Working(1) with { WallMs = 150, Slowdown = 1.9, LeastSlowdown = 1.9 }, Regression, SlowQuarter);
        yield return Case("processor at less than half of its speed", Working(350) with { Slowdown = 2.1, LeastSlowdown = 2.1 }, Contended, Calm);
        yield return Case("slept on a processor at less than half of its speed", Working(1) with { WallMs = 150, Slowdown = 2.9, LeastSlowdown = 1.2 }, Regression, SlowQuarter);
        yield return Case("fast machine does not tighten", Working(99) with { Slowdown = 0.5, LeastSlowdown = 0.5 }, Pass, PerfFigure.Wall);
        yield return Case("half of the calls slow", Working(900) with { Calls = 10, SlowQuarterMs = 120 }, Regression, SlowQuarter);
        yield return Case("half of the calls slow and slowdown explains it", Working(900) with { Calls = 10, SlowQuarterMs = 120, Slowdown = 1.3 }, Pass, PerfFigure.Wall);
        yield return Case("batch below", Working(990) with { Calls = 10 }, Pass, PerfFigure.Wall);
        yield return Case("batch over", Working(1_010) with { Calls = 10 }, Regression, Quiet);
        yield return Case("batch queued", Working(620) with { Calls = 10, WallMs = 1_200, RunDelayMs = 580 }, Contended, Calm);
    }

    [TestCaseSource(nameof(Cases))]
    public void Judge_OnTheWallClock_Tells(object sample, object verdict, object figure)
    {
        var finding = Judge((PerfSample)sample, Wall);
        Assert.That((finding.Verdict, finding.Figure), Is.EqualTo(((PerfVerdict)verdict, (PerfFigure)figure)));
    }

    [TestCase(62.0, 1.0, PerfClock.Net, Pass)]
    [TestCase(124.0, 1.0, PerfClock.Net, Regression)]
    [TestCase(124.0, 1.5, PerfClock.Net, Contended)]
    [TestCase(124.0, 1.5, PerfClock.Calm, Pass)]
    [TestCase(124.0, 1.0, PerfClock.Calm, Regression)]
    public void Judge_OnAnotherClock_ComparesItsTime(double cpu, double slowdown, PerfClock clock, PerfVerdict expected) => Assert.That(
        Judge(Working(cpu) with { WallMs = cpu + 60, RunDelayMs = 60, Slowdown = slowdown, LeastSlowdown = slowdown }, Wall with { Clock = clock }).Verdict,
        Is.EqualTo(expected));

    [TestCase(99, Pass)]
    [TestCase(313, Unexplained)]
    public void Judge_WithoutSignals_ExplainsNothing(double wall, PerfVerdict expected) => Assert.That(Judge(Working(62) with { WallMs = wall }, Wall, hasSignals: false).Verdict, Is.EqualTo(expected));

    [TestCase(1_000, Pass)]
    [TestCase(1_001, Regression)]
    public void Judge_BytesOfTenCalls_AreComparedByCall(long bytes, PerfVerdict expected) =>
        Assert.That(Judge(Working(10) with { Calls = 10, Bytes = bytes }, Wall with { MaxBytes = 100 }).Verdict, Is.EqualTo(expected));

    [Test]
    public void Judge_TooManyBytesWhileStarved_IsNotExcused() =>
        Assert.That(Judge(Working(62) with { WallMs = 313, RunDelayMs = 251, Bytes = 101 }, Wall with { MaxBytes = 100 }).Figure, Is.EqualTo(Bytes));

    [Test]
    public void Judge_OneSlowSampleOfSeven_IsSparedByTheOthers() =>
        Assert.That(AttemptJudge.Judge([.. Enumerable.Range(0, 7).Select(i => Sliced(Working(i == 3 ? 150 : 60)))], Wall, hasSignals: true).Verdict, Is.EqualTo(Pass));

    [Test]
    public void Judge_QuarterOfTheSamplesSlow_IsARegression() =>
        Assert.That(AttemptJudge.Judge([.. Enumerable.Range(0, 8).Select(i => Sliced(Working(i % 4 == 3 ? 150 : 60)))], Wall, hasSignals: true).Verdict, Is.EqualTo(Regression));

    [TestCase(PerfOnExhausted.NetTime, 62, NetPass)]
    [TestCase(PerfOnExhausted.NetTime, 125, Inconclusive)]
    [TestCase(PerfOnExhausted.Inconclusive, 62, Inconclusive)]
    [TestCase(PerfOnExhausted.Fail, 62, Contended)]
    public void AtLast_Contended_IsProvenOrInconclusive(PerfOnExhausted onExhausted, double net, PerfVerdict expected) =>
        Assert.That(Judge(Working(net) with { WallMs = 613, RunDelayMs = 613 - net }, Wall).AtLast(onExhausted).Verdict, Is.EqualTo(expected));

    private static Finding Judge(PerfSample sample, TimeBudget budget, bool hasSignals = true) => AttemptJudge.Judge([Sliced(sample)], budget, hasSignals);

    private static SlicedSample Sliced(PerfSample sample) => new(sample, [sample]);
}
