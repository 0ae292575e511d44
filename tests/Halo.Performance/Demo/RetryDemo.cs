using Halo.NUnit;
using Halo.Results;
using static Halo.NUnit.Perf;

namespace Halo.Performance;

/// <summary>
/// Shows every verdict on the real machine, beside load that it starts and stops itself. Run it by itself:
/// <c>dotnet test tests/Halo.Performance --filter TestCategory=RetryDemo --logger "console;verbosity=detailed"</c>.
/// </summary>
[TestFixture, Explicit("It loads the machine for half a minute."), Category("RetryDemo"), NonParallelizable]
[PerfBudget(100), PerfRetry(maxRetries: 2, initialDelay: 0.5, Reason = "The demonstration loads the machine.")]
public sealed class RetryDemo
{
    private const double GoodMs = 55;
    private const double SlowMs = 130;

    private readonly CalibratedWork _work = new();
    private LoadGenerator? _load;

    [TearDown]
    public void StopLoad()
    {
        _load?.Dispose();
        _load = null;
    }

    [Test]
    public void GoodCode_OnACalmMachine_Passes() => Measure(() => _work.Run(GoodMs));

    [Test]
    public void GoodCode_BesideLoadThatEnds_IsTriedAgainAndPasses()
    {
        if (TestContext.CurrentContext.CurrentRepeatCount == 0) _load = LoadGenerator.Start();
        Measure(() => _work.Run(GoodMs));
        Assert.That(TestContext.CurrentContext.CurrentRepeatCount, Is.GreaterThan(0), "The first attempt was contended.");
    }

    [Test]
    public void GoodCode_BesideLastingLoad_IsDecidedByNetTime()
    {
        _load = LoadGenerator.Start();
        Measure(() => _work.Run(GoodMs));
        Assert.That(TestContext.CurrentContext.CurrentRepeatCount, Is.EqualTo(2), "All attempts were contended.");
    }

    [Test]
    public async Task AsynchronousGoodCode_BesideLastingLoad_IsDecidedByNetTime()
    {
        _load = LoadGenerator.Start();
        await MeasureAsync(async () =>
        {
            _work.Run(GoodMs / 2);
            await Task.Yield();
            _work.Run(GoodMs / 2);
        });
    }

    [Test]
    public void SlowCode_OnACalmMachine_IsARegression() => ExpectRegression(() => _work.Run(SlowMs));

    [Test]
    public void SlowCode_BesideLoad_IsNeverGreen()
    {
        _load = LoadGenerator.Start();
        Assert.That(() => Measure(() => _work.Run(SlowMs)), Throws.InstanceOf<PerfBudgetException>().Or.InstanceOf<InconclusiveException>());
    }

    [Test]
    public void CodeThatSleeps_BesideLoad_IsARegression()
    {
        _load = LoadGenerator.Start();
        ExpectRegression(() => Thread.Sleep((int)SlowMs));
    }

    [Test]
    public void CodeThatIsSlowEveryOtherTime_OnACalmMachine_IsARegression()
    {
        var calls = 0;
        ExpectRegression(() => _work.Run(calls++ % 2 == 0 ? GoodMs : SlowMs));
    }

    [Test]
    public void Ratio_BesideLoad_IsThatOfTheCode()
    {
        _load = LoadGenerator.Start();
        Ratio(() => _work.Run(2), () => _work.Run(4)).AtMost(2.6);
    }

    private static void ExpectRegression(Action action) =>
        Assert.That(() => Measure(action), Throws.InstanceOf<PerfBudgetException>().With.Property(nameof(PerfBudgetException.Verdict)).EqualTo(PerfVerdict.Regression));
}
