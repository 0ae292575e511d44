using Halo.Results;

namespace Halo.Unit.Results.Judging;

[TestFixture, Category("Unit")]
public sealed class PerfComparisonTests
{
    private static readonly PerfBaseline Base = Attempts.Baseline(Attempts.Runs("t", 1, 20, 60));

    [TestCase(60, "Same")]
    [TestCase(66, "Slower")]
    [TestCase(54, "Faster")]
    [TestCase(61.8, "Same")]
    public void Of_OneNewRun_IsJudgedByTwentyOld(double level, string expected) =>
        Assert.That(Compare(Attempts.Baseline(Attempts.Runs("t", 30, 1, level, seed: 2))).Kind.ToString(), Is.EqualTo(expected));

    [TestCase(60, "Same")]
    [TestCase(66, "Slower")]
    [TestCase(54, "Faster")]
    public void Of_SeveralNewRuns_AreJudgedByTheirMedians(double level, string expected)
    {
        var comparison = PerfComparison.Of(Base, Attempts.Baseline(Attempts.Runs("t", 30, 6, level, seed: 2)), runs: 6).Single();
        Assert.That(comparison.Kind.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Of_OnlyTheNewestRun_Counts() =>
        Assert.That(Compare(Attempts.Baseline([.. Attempts.Runs("t", 30, 9, 60), .. Attempts.Runs("t", 40, 1, 66)])).Kind, Is.EqualTo(ComparisonKind.Slower));

    [Test]
    public void Of_ThreeSamplesEach_AreUndecided() =>
        Assert.That(PerfComparison.Of(Attempts.Baseline(Attempts.Runs("t", 1, 1, 60)), Attempts.Baseline(Attempts.Runs("t", 2, 1, 66))).Single().Kind, Is.EqualTo(ComparisonKind.Undecided));

    [Test]
    public void Of_LevelThatEarlierRunsReached_IsTheSame()
    {
        // Every run lies on a level of its own, its samples close together.
        var scattered = Attempts.Baseline(Enumerable.Range(1, 20).SelectMany(run => Attempts.Runs("t", run, 1, 60 + run)));
        Assert.That(PerfComparison.Of(scattered, Attempts.Baseline(Attempts.Runs("t", 30, 1, 78))).Single().Kind, Is.EqualTo(ComparisonKind.Same));
    }

    [Test]
    public void Of_MachineThatWasSlowItself_IsNotBlamedOnTheProgram()
    {
        var slowed = Attempts.Runs("t", 30, 1, 120).Select(attempt => attempt with { Samples = [.. attempt.Samples.Select(sample => sample with { Slowdown = 2 })] });
        Assert.That(Compare(Attempts.Baseline(slowed)).Kind, Is.EqualTo(ComparisonKind.Same));
    }

    [Test]
    public void Of_SameTimeOnAMachineThatSeemedSlow_IsNotFaster()
    {
        var slowed = Attempts.Runs("t", 30, 1, 60).Select(attempt => attempt with { Samples = [.. attempt.Samples.Select(sample => sample with { Slowdown = 2 })] });
        Assert.That(Compare(Attempts.Baseline(slowed)).Kind, Is.EqualTo(ComparisonKind.Same));
    }

    [Test]
    public void Of_OtherMachine_ComparesOnlyTheBudget()
    {
        var other = Attempts.Runs("t", 30, 1, 200).Select(attempt => attempt with { Machine = "another", Budget = 300 });
        var comparison = Compare(Attempts.Baseline(other));
        Assert.That((comparison.Kind, comparison.Time, comparison.Budget.IsRaised), Is.EqualTo((ComparisonKind.OtherMachine, (TimeComparison?)null, true)));
    }

    [Test]
    public void Of_TestsOfOneSide_AreNewAndMissing()
    {
        var comparisons = PerfComparison.Of(Base, Attempts.Baseline(Attempts.Of("u", 1, [1])));
        Assert.That(comparisons.Select(comparison => (comparison.Test, comparison.Kind)), Is.EqualTo(new[] { ("t", ComparisonKind.Missing), ("u", ComparisonKind.New) }));
    }

    [Test]
    public void Of_Ratio_IsNotTimed()
    {
        var ratio = Attempts.Baseline(Attempts.Of("t", 1, [9], budget: 1.2) with { Kind = PerfCheckKind.Ratio });
        Assert.That(PerfComparison.Of(ratio, ratio).Single().Kind, Is.EqualTo(ComparisonKind.NotTimed));
    }

    // Levels of runs vary by 3 percent (standard deviation), samples within a run by 1: as processes on a shared machine do.
    [TestCase(1.0, 0, 1)]
    [TestCase(1.15, 80, 100)]
    [TestCase(1.25, 99, 100)]
    public void Of_ManyHistories_FindsWhatIsThere(double factor, int fewest, int most)
    {
        var random = new Random(11);
        var found = 0;
        for (var i = 0; i < 100; i++)
        {
            var before = Attempts.Baseline(Enumerable.Range(1, 20).Select(run => Run(run, 60, random)));
            if (PerfComparison.Of(before, Attempts.Baseline(Run(21, 60 * factor, random))).Single().Kind == ComparisonKind.Slower) found++;
        }

        Assert.That(found, Is.InRange(fewest, most));
    }

    private static PerfAttempt Run(int run, double level, Random random)
    {
        var ofRun = level * (1 + 0.03 * Normal(random));
        return Attempts.Of("t", run, [.. Enumerable.Range(0, 3).Select(_ => ofRun * (1 + 0.01 * Normal(random)))]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static TestComparison Compare(PerfBaseline now) => PerfComparison.Of(Base, now).Single();
}
