using Halo.NUnit;
using Halo.Results;

namespace Halo.Unit.NUnit.Verdicts;

/// <summary>One sample against a budget of 100 ms a call.</summary>
[TestFixture, Category("Unit")]
public sealed class SampleJudgeTests
{
    private static readonly TimeBudget Wall = new(100, MaxBytes: null, PerfClock.Wall);
    private static readonly TimeBudget Net = Wall with { Clock = PerfClock.Net };

    private static PerfSample Working(double wall) => new() { Calls = 1, WallMs = wall, CpuMs = wall, ProcessCpuMs = wall };

    private static IEnumerable<TestCaseData> Cases()
    {
        TestCaseData Case(string name, PerfSample sample, SampleVerdict expected) => new TestCaseData(sample, expected).SetArgDisplayNames(name);

        yield return Case("below", Working(99.9), SampleVerdict.Fine);
        yield return Case("exactly the budget", Working(100), SampleVerdict.Slow);
        yield return Case("twice as slow", Working(124), SampleVerdict.Slow);
        yield return Case("queued", Working(62) with { WallMs = 313, RunDelayMs = 251 }, SampleVerdict.Queued);
        yield return Case("twice as slow and queued", Working(125) with { WallMs = 613, RunDelayMs = 488 }, SampleVerdict.Slow);
        yield return Case("starved and a little slow", Working(125) with { WallMs = 833, RunDelayMs = 708 }, SampleVerdict.SlowMachine);
        yield return Case("starved and far too slow", Working(155) with { WallMs = 1_033, RunDelayMs = 878 }, SampleVerdict.Slow);
        yield return Case("stolen while it waited", Working(40) with { WallMs = 130, StealMs = 40 }, SampleVerdict.Queued);
        yield return Case("steal does not excuse work", Working(130) with { WallMs = 140, StealMs = 60 }, SampleVerdict.Slow);
        yield return Case("steal and a little slow", Working(120) with { WallMs = 130, StealMs = 60 }, SampleVerdict.Doubtful);
        yield return Case("slept", Working(1) with { WallMs = 150 }, SampleVerdict.Slow);
        yield return Case("other threads worked and queued", Working(1) with { WallMs = 180, ProcessCpuMs = 62, OthersRunDelayMs = 110 }, SampleVerdict.OthersQueued);
        yield return Case("other threads queued too little", Working(1) with { WallMs = 180, ProcessCpuMs = 62, OthersRunDelayMs = 79 }, SampleVerdict.Slow);
        yield return Case("slept while idle threads queued", Working(1) with { WallMs = 130, ProcessCpuMs = 3, OthersRunDelayMs = 250 }, SampleVerdict.Slow);
        yield return Case("other threads worked too long", Working(1) with { WallMs = 180, ProcessCpuMs = 100, OthersRunDelayMs = 110 }, SampleVerdict.Slow);
        yield return Case("this thread worked most of the time", Working(110) with { WallMs = 180, ProcessCpuMs = 62, OthersRunDelayMs = 110 }, SampleVerdict.Slow);
        yield return Case("slow machine", Working(150) with { Slowdown = 1.6 }, SampleVerdict.SlowMachine);
        yield return Case("machine not slow enough to explain it", Working(150) with { Slowdown = 1.15 }, SampleVerdict.Slow);
        yield return Case("machine hardly slow enough to explain it", Working(150) with { Slowdown = 1.4 }, SampleVerdict.Doubtful);
        yield return Case("queued and a little slow", Working(120) with { WallMs = 240, RunDelayMs = 120 }, SampleVerdict.Doubtful);
        yield return Case("far too slow by stolen time, and its calls are not", Working(150) with { StealMs = 200, SlowQuarterMs = 60 }, SampleVerdict.Doubtful);
        yield return Case("few calls far too slow on an idle machine", Working(150) with { SlowQuarterMs = 60 }, SampleVerdict.Slow);
        yield return Case("a little slow on an idle machine", Working(101) with { Slowdown = 1.1 * 0.9 }, SampleVerdict.Slow);
        yield return Case("slowdown beyond its limit", Working(380) with { Slowdown = 50 }, SampleVerdict.Slow);
        yield return Case("slowdown at its limit", Working(290) with { Slowdown = 50 }, SampleVerdict.SlowMachine);
        yield return Case("fast machine does not tighten", Working(99) with { Slowdown = 0.5 }, SampleVerdict.Fine);
        yield return Case("half of the calls slow", Working(90) with { SlowQuarterMs = 120 }, SampleVerdict.OftenSlow);
        yield return Case("half of the calls slow and queued", Working(90) with { WallMs = 313, RunDelayMs = 223, SlowQuarterMs = 130 }, SampleVerdict.OftenSlow);
        yield return Case("half of the calls slow on a slow machine", Working(135) with { Slowdown = 1.5, SlowQuarterMs = 195 }, SampleVerdict.OftenSlow);
        yield return Case("half of the calls a little slow on a slow machine", Working(135) with { Slowdown = 1.5, SlowQuarterMs = 180 }, SampleVerdict.Doubtful);
        yield return Case("slow machine, and no call slower than others", Working(135) with { Slowdown = 1.5, SlowQuarterMs = 140 }, SampleVerdict.SlowMachine);
        yield return Case("starved and half of the calls a little slow", Working(90) with { WallMs = 833, RunDelayMs = 743, SlowQuarterMs = 140 }, SampleVerdict.Queued);
        yield return Case("every call slow", Working(150) with { SlowQuarterMs = 155 }, SampleVerdict.Slow);
        yield return Case("batch below", Working(990) with { Calls = 10 }, SampleVerdict.Fine);
        yield return Case("batch over", Working(1_010) with { Calls = 10 }, SampleVerdict.Slow);
        yield return Case("batch queued", Working(620) with { Calls = 10, WallMs = 1_300, RunDelayMs = 680 }, SampleVerdict.Queued);
    }

    [TestCaseSource(nameof(Cases))]
    public void Judge_OnTheWallClock_Tells(object sample, object expected) =>
        Assert.That(SampleJudge.Judge((PerfSample)sample, Wall, hasSignals: true), Is.EqualTo(expected));

    [Test]
    public void Judge_QueuedOnNetTime_IsFine() =>
        Assert.That(SampleJudge.Judge(Working(62) with { WallMs = 313, RunDelayMs = 251 }, Net, hasSignals: true), Is.EqualTo(SampleVerdict.Fine));

    [Test]
    public void Judge_SlowOnNetTime_IsSlow() => Assert.That(SampleJudge.Judge(Working(124), Net, hasSignals: true), Is.EqualTo(SampleVerdict.Slow));

    [TestCase(60, 1, true, TestName = "Judge_QuietPartInBudgetOnCalmTime_IsFine")]
    [TestCase(150, 1.6, true, TestName = "Judge_SlowMachineOnCalmTime_IsFine")]
    [TestCase(150, 1, false, TestName = "Judge_QuietPartOverBudgetOnCalmTime_IsSlow")]
    [TestCase(380, 50, false, TestName = "Judge_SlowdownBeyondItsLimitOnCalmTime_IsSlow")]
    public void Judge_OnCalmTime_Tells(double quietMs, double slowdown, bool isFine) => Assert.That(
        SampleJudge.Judge(Working(400) with { QuietMsPerCall = quietMs, Slowdown = slowdown }, Wall with { Clock = PerfClock.Calm }, hasSignals: true),
        Is.EqualTo(isFine ? SampleVerdict.Fine : SampleVerdict.Slow));

    [Test]
    public void Judge_SlowButInQuietMoments_IsASlowMachine() =>
        Assert.That(SampleJudge.Judge(Working(150) with { QuietMsPerCall = 80 }, Wall, hasSignals: true), Is.EqualTo(SampleVerdict.SlowMachine));

    [Test]
    public void Judge_SlowMachineOnNetTime_IsTold() =>
        Assert.That(SampleJudge.Judge(Working(124) with { Slowdown = 2 }, Net, hasSignals: true), Is.EqualTo(SampleVerdict.SlowMachine));

    [Test]
    public void Judge_OverBudgetWithoutSignals_IsUnexplained() =>
        Assert.That(SampleJudge.Judge(Working(62) with { WallMs = 313 }, Wall, hasSignals: false), Is.EqualTo(SampleVerdict.Unexplained));

    [Test]
    public void Judge_WithinBudgetWithoutSignals_IsFine() => Assert.That(SampleJudge.Judge(Working(99), Wall, hasSignals: false), Is.EqualTo(SampleVerdict.Fine));

    [Test]
    public void Judge_HalfOfTheCallsSlowWithoutSignals_IsFine() =>
        Assert.That(SampleJudge.Judge(Working(90) with { SlowQuarterMs = 120 }, Wall, hasSignals: false), Is.EqualTo(SampleVerdict.Fine));

    [TestCase(1_000, ExpectedResult = "Fine")]
    [TestCase(1_001, ExpectedResult = "TooManyBytes")]
    public string Judge_BytesOfTenCalls_AreComparedByCall(long bytes) =>
        SampleJudge.Judge(Working(10) with { Calls = 10, Bytes = bytes }, Wall with { MaxBytes = 100 }, hasSignals: true).ToString();

    [Test]
    public void Judge_TooManyBytesWhileQueued_IsNotExcused() =>
        Assert.That(SampleJudge.Judge(Working(62) with { WallMs = 313, RunDelayMs = 251, Bytes = 101 }, Wall with { MaxBytes = 100 }, hasSignals: true), Is.EqualTo(SampleVerdict.TooManyBytes));
}
