using Halo.NUnit;
using Halo.Results;

namespace Halo.Unit.NUnit.Verdicts;

/// <summary>Several samples against a budget of 100 ms.</summary>
[TestFixture, Category("Unit")]
public sealed class AttemptJudgeTests
{
    private static readonly TimeBudget Budget = new(100, MaxBytes: null, PerfClock.Wall);

    // f: fine, c: contended, s: slow, d: doubtful. The number is how many samples are taken.
    [TestCase("fff", false, PerfVerdict.Pass, 3)]
    [TestCase("ffs", false, PerfVerdict.Regression, 3)]
    [TestCase("sff", false, PerfVerdict.Regression, 1)]
    [TestCase("fcf", false, PerfVerdict.Contended, 2)]
    [TestCase("fcs", false, PerfVerdict.Contended, 2)]
    [TestCase("fff", true, PerfVerdict.Pass, 3)]
    [TestCase("cff", true, PerfVerdict.Contended, 3)]
    [TestCase("cfs", true, PerfVerdict.Regression, 3)]
    [TestCase("csf", true, PerfVerdict.Regression, 2)]
    [TestCase("dff", false, PerfVerdict.Contended, 3)]
    [TestCase("d", true, PerfVerdict.Contended, 1)]
    [TestCase("dd", true, PerfVerdict.Regression, 2)]
    [TestCase("dd", false, PerfVerdict.Contended, 2)]
    [TestCase("ddddd", true, PerfVerdict.Regression, 5)]
    [TestCase("ddddf", true, PerfVerdict.Contended, 5)]
    [TestCase("fdddd", true, PerfVerdict.Contended, 5)]
    [TestCase("dcd", false, PerfVerdict.Contended, 2)]
    [TestCase("ddcd", true, PerfVerdict.Contended, 4)]
    [TestCase("cdd", true, PerfVerdict.Contended, 3)]
    [TestCase("dsf", false, PerfVerdict.Regression, 2)]
    [TestCase("fdf", true, PerfVerdict.Contended, 3)]
    public void Judge_Samples_GiveOneVerdict(string samples, bool isLast, PerfVerdict expected, int taken)
    {
        var finding = AttemptJudge.Judge(samples.Select(Sample), Budget, hasSignals: true, isLast);
        Assert.That((finding.Verdict, finding.Samples.Count), Is.EqualTo((expected, taken)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Judge_OverBudgetWithoutSignals_IsUnexplainedAtOnce(bool isLast)
    {
        var finding = AttemptJudge.Judge("cff".Select(Sample), Budget, hasSignals: false, isLast);
        Assert.That((finding.Verdict, finding.Samples.Count), Is.EqualTo((PerfVerdict.Unexplained, 1)));
    }

    [Test]
    public void Judge_SlowSample_LeavesTheRestUnmeasured()
    {
        IEnumerable<PerfSample> Endless()
        {
            yield return Sample('s');
            throw new InvalidOperationException("The attempt was over.");
        }

        Assert.That(AttemptJudge.Judge(Endless(), Budget, hasSignals: true, isLast: true).Verdict, Is.EqualTo(PerfVerdict.Regression));
    }

    [Test]
    public void Finding_Figures_AreThoseOfTheWorstSamples()
    {
        var finding = AttemptJudge.Judge([Sample('c'), Sample('f')], Budget, hasSignals: true, isLast: true);
        Assert.That((finding.WallMs, finding.NetMs), Is.EqualTo((300.0, 62.0)));
    }

    private static PerfSample Sample(char kind) => kind switch
    {
        'f' => new() { Calls = 1, WallMs = 60, CpuMs = 60 },
        'c' => new() { Calls = 1, WallMs = 300, CpuMs = 62, RunDelayMs = 238 },
        'd' => new() { Calls = 1, WallMs = 150, CpuMs = 150, Slowdown = 1.4 },
        _ => new() { Calls = 1, WallMs = 130, CpuMs = 130 },
    };
}
