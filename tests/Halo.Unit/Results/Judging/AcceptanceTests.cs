using Halo.Results;

namespace Halo.Unit.Results.Judging;

[TestFixture, Category("Unit")]
public sealed class AcceptanceTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PerfBaseline Stored = Attempts.Baseline(Attempts.Runs("t", 1, 20, 60));

    [Test]
    public void Of_NewTest_IsTaken()
    {
        var accepted = Accept(PerfBaseline.Empty, Attempts.Runs("t", 1, 1, 60), reason: null).Baseline.Tests["t"];
        Assert.That((accepted.Budget, accepted.Accepted, accepted.Machines.Count), Is.EqualTo((100.0, Now, 1)));
    }

    [Test]
    public void Of_LowerBudget_IsTakenWithoutAReason() =>
        Assert.That(Accept(Stored, WithBudget(80), reason: null).Baseline.Tests["t"].Budget, Is.EqualTo(80));

    [Test]
    public void Of_HigherBudgetWithoutAReason_TakesNothing()
    {
        var acceptance = Accept(Stored, [.. WithBudget(120), .. Attempts.Runs("u", 21, 1, 5)], reason: null);
        Assert.That((acceptance.Baseline, acceptance.Refused.Single().Kind), Is.EqualTo((Stored, FindingKind.RaisedBudget)));
    }

    [Test]
    public void Of_HigherBudgetWithAReason_IsTakenWithIt()
    {
        var accepted = Accept(Stored, WithBudget(120), "taxes").Baseline.Tests["t"];
        Assert.That((accepted.Budget, accepted.Reason, accepted.Accepted), Is.EqualTo((120.0, "taxes", Now)));
    }

    [Test]
    public void Of_SlowerWithoutAReason_TakesNothing() =>
        Assert.That(Accept(Stored, Attempts.Runs("t", 21, 1, 80), reason: null).Refused.Single().Kind, Is.EqualTo(FindingKind.Slower));

    [TestCase(80)]
    [TestCase(40)]
    public void Of_OtherLevel_BeginsTheHistoryAnew(double level) =>
        Assert.That(Runs(Accept(Stored, [.. Attempts.Runs("t", 15, 6, 60), .. Attempts.Runs("t", 21, 1, level)], "taxes")), Is.EqualTo(new[] { Attempts.RunName(21) }));

    [Test]
    public void Of_OldRunsAfterANewBeginning_StayOut()
    {
        PerfAttempt[] results = [.. Attempts.Runs("t", 15, 6, 60), .. Attempts.Runs("t", 21, 1, 80)];
        Assert.That(Runs(Accept(Accept(Stored, results, "taxes").Baseline, results, reason: null)), Is.EqualTo(new[] { Attempts.RunName(21) }));
    }

    [Test]
    public void Of_SameLevel_AddsTheRunsAndKeepsTheReason()
    {
        var before = Stored with { Tests = new Dictionary<string, BaselineTest> { ["t"] = Stored.Tests["t"] with { Reason = "old" } } };
        var acceptance = Accept(before, Attempts.Runs("t", 20, 2, 60), "not needed");
        Assert.That((Runs(acceptance).Length, acceptance.Baseline.Tests["t"].Reason, acceptance.Changes.Count), Is.EqualTo((21, "old", 0)));
    }

    [Test]
    public void Of_FailedRuns_StayOut() =>
        Assert.That(Runs(Accept(Stored, [Attempts.Of("t", 21, [500], PerfVerdict.Regression)], reason: null)), Has.Length.EqualTo(20));

    [Test]
    public void Of_OtherMachine_IsAddedBesideTheFirst() =>
        Assert.That(Accept(Stored, Attempts.Runs("t", 21, 1, 200).Select(attempt => attempt with { Machine = "another" }), reason: null).Baseline.Tests["t"].Machines.Keys, Is.EquivalentTo(new[] { Attempts.Machine, "another" }));

    [Test]
    public void Of_TestsThatAreNotInTheResults_Stay() =>
        Assert.That(Accept(Stored, Attempts.Runs("u", 21, 1, 5), reason: null).Baseline.Tests.Keys, Is.EquivalentTo(new[] { "t", "u" }));

    private static IEnumerable<PerfAttempt> WithBudget(double budget) => Attempts.Runs("t", 21, 1, 60).Select(attempt => attempt with { Budget = budget });

    private static string[] Runs(Acceptance acceptance) => [.. acceptance.Baseline.Tests["t"].Machines[Attempts.Machine].Runs.Select(run => run.Run)];

    private static Acceptance Accept(PerfBaseline stored, IEnumerable<PerfAttempt> attempts, string? reason) => Acceptance.Of(stored, TestHistory.Of([.. attempts]), reason, Now);
}
