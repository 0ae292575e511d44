using Halo.Results;

namespace Halo.Unit.Results.Judging;

[TestFixture, Category("Unit")]
public sealed class BudgetChangeTests
{
    [TestCase(100, 100, false, false, "")]
    [TestCase(100, 100.1, true, false, "budget 100 ms -> 100.1 ms")]
    [TestCase(100, 90, false, true, "budget 100 ms -> 90 ms")]
    public void Of_Budget_RaisedOrLowered(double before, double now, bool raised, bool lowered, string text) =>
        Assert.That(BudgetChange.Of(With(before), With(now)), Is.EqualTo(new BudgetChange(raised, lowered, text)));

    [TestCase(10L, 20L, true, false, "bytes 10 B -> 20 B")]
    [TestCase(10L, null, true, false, "bytes 10 B -> none")]
    [TestCase(null, 10L, false, true, "bytes none -> 10 B")]
    [TestCase(null, null, false, false, "")]
    public void Of_Bytes_NoLimitIsTheHighest(long? before, long? now, bool raised, bool lowered, string text) =>
        Assert.That(BudgetChange.Of(With(1) with { MaxBytes = before }, With(1) with { MaxBytes = now }), Is.EqualTo(new BudgetChange(raised, lowered, text)));

    [Test]
    public void Of_LowerBudgetAndMoreBytes_IsRaised() =>
        Assert.That(BudgetChange.Of(With(2) with { MaxBytes = 1 }, With(1) with { MaxBytes = 2 }), Is.EqualTo(new BudgetChange(true, false, "budget 2 ms -> 1 ms, bytes 1 B -> 2 B")));

    [Test]
    public void Of_NoBudgetNow_IsNoChange() => Assert.That(BudgetChange.Of(With(1), With(null)), Is.EqualTo(BudgetChange.None));

    [Test]
    public void Of_OtherKind_IsRaised() => Assert.That(BudgetChange.Of(With(2), With(1) with { Kind = PerfCheckKind.Ratio }).IsRaised);

    private static BaselineTest With(double? budget) => new() { Kind = PerfCheckKind.Time, Budget = budget, Machines = new Dictionary<string, BaselineMachine>() };
}
