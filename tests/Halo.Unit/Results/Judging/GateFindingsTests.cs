using Halo.Results;

namespace Halo.Unit.Results.Judging;

[TestFixture, Category("Unit")]
public sealed class GateFindingsTests
{
    [TestCase(4, false)]
    [TestCase(5, true)]
    public void Find_RetriesOfTwentyRuns_AreDueFromFive(int retried, bool due) =>
        Assert.That(GateFindings.Find(PerfBaseline.Empty, Attempts.Baseline(History(retried))).Select(finding => finding.Kind), Is.EqualTo(due ? new[] { FindingKind.RetryDebt } : []));

    [Test]
    public void Debt_RunsBeforeTheLastTwenty_AreForgotten()
    {
        var attempts = Enumerable.Range(1, 5).SelectMany(run => Attempts.Retried("t", run, [50])).Concat(Attempts.Runs("t", 6, 20, 50));
        Assert.That(RetryDebt.Of(Attempts.Baseline(attempts).Tests["t"]), Is.EqualTo(new RetryDebt(0, 20)));
    }

    [Test]
    public void Debt_RunsInBaselineAndResults_CountOnce()
    {
        var before = Attempts.Baseline(History(3)).Tests["t"];
        var now = Attempts.Baseline(Attempts.Retried("t", 3, [50]).Concat(Attempts.Retried("t", 21, [50]))).Tests["t"];
        Assert.That(RetryDebt.Of(before, now), Is.EqualTo(new RetryDebt(4, 20)));
    }

    [Test]
    public void Find_DebtOnTwoMachines_IsNamedOnce()
    {
        var attempts = History(6).Select(attempt => attempt.Time.Day % 2 == 0 ? attempt with { Machine = "another" } : attempt);
        Assert.That(GateFindings.Find(PerfBaseline.Empty, Attempts.Baseline(attempts)), Has.Count.EqualTo(1));
    }

    [Test]
    public void Find_RaisedAndSlower_NamesBoth()
    {
        var findings = GateFindings.Find(Attempts.Baseline(Attempts.Runs("t", 1, 20, 60)), Attempts.Baseline(Attempts.Runs("t", 21, 1, 90).Select(attempt => attempt with { Budget = 120 })));
        Assert.That(findings.Select(finding => finding.Kind), Is.EqualTo(new[] { FindingKind.RaisedBudget, FindingKind.Slower }));
        Assert.That(findings[0].Message, Is.EqualTo("budget 100 ms -> 120 ms, and not accepted"));
    }

    [Test]
    public void Find_NothingChanged_IsEmpty()
    {
        var same = Attempts.Baseline(Attempts.Runs("t", 1, 20, 60));
        Assert.That(GateFindings.Find(same, same), Is.Empty);
    }

    [TestCase(PerfVerdict.Regression, "Failed")]
    [TestCase(PerfVerdict.Error, "Failed")]
    [TestCase(PerfVerdict.Pass)]
    [TestCase(PerfVerdict.NetPass)]
    [TestCase(PerfVerdict.Inconclusive)]
    public void Find_Results_NamesFailedTests(PerfVerdict verdict, params string[] kinds)
    {
        var results = TestHistory.Of([Attempts.Of("t", 1, [50], verdict) with { Message = "It says\nwhy." }]);
        Assert.That(GateFindings.Of(PerfBaseline.Empty, results).Select(finding => finding.Kind.ToString()), Is.EqualTo(kinds));
    }

    [Test]
    public void Find_FailedTest_CarriesItsMessageInOneLine() =>
        Assert.That(GateFindings.Of(PerfBaseline.Empty, TestHistory.Of([Attempts.Of("t", 1, [50], PerfVerdict.Regression) with { Message = "It says\nwhy." }])).Single().Message, Is.EqualTo("Regression: It says why."));

    [TestCase(PerfVerdict.NetPass)]
    [TestCase(PerfVerdict.Inconclusive)]
    public void Debt_UnprovenRuns_CountLikeRetries(PerfVerdict verdict) =>
        Assert.That(RetryDebt.Of(Attempts.Baseline(Enumerable.Range(1, 5).Select(run => Attempts.Of("t", run, [50], verdict))).Tests["t"]), Is.EqualTo(new RetryDebt(5, 5)));

    // The last of twenty runs are the retried ones.
    private static IEnumerable<PerfAttempt> History(int retried) =>
        Attempts.Runs("t", 1, 20 - retried, 50).Concat(Enumerable.Range(21 - retried, retried).SelectMany(run => Attempts.Retried("t", run, [50])));
}
