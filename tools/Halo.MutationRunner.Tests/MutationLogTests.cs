using Halo.Unit;

namespace Halo.MutationRunner.Tests;

/// <summary>The files from which a measurement goes on after a mutant has ended its process.</summary>
[TestFixture, Category("Unit")]
public sealed class MutationLogTests : FolderFixture
{
    [Test]
    public void Read_NoFile_IsEmpty() => Assert.That(new OutcomeLog(Folder.File("outcomes")).Read(), Is.Empty);

    [Test]
    public void Read_MutantWithSeveralLines_HasTheLastOutcome()
    {
        var log = new OutcomeLog(Folder.File("outcomes"));
        log.Add(new(4, Verdict.Started));
        log.Add(new(5, Verdict.Started));
        log.Add(new(4, Verdict.Killed, "Test", 1.5));
        Assert.That(log.Read().Values, Is.EquivalentTo([new Outcome(4, Verdict.Killed, "Test", 1.5), new Outcome(5, Verdict.Started)]));
    }

    [Test]
    public void Read_UndecidedMutant_IsAsIfItHadNotRun()
    {
        var log = new OutcomeLog(Folder.File("outcomes"));
        log.Add(new(4, Verdict.Started));
        log.Add(new(4, Verdict.Undecided));
        Assert.That(log.Read(), Is.Empty);
    }

    [Test]
    public void Read_LineThatIsCutOff_LosesOnlyThatLine()
    {
        var log = new OutcomeLog(Folder.File("outcomes"));
        log.Add(new(4, Verdict.Survived));
        File.AppendAllText(Folder.File("outcomes"), "{\"Mutant\":5,\"Ver\n");
        log.Add(new(6, Verdict.Survived));
        Assert.That(log.Read().Keys, Is.EquivalentTo([4, 6]));
    }

    [Test]
    public void Least_TestThatRanTwice_HasTheLesserTime() =>
        Assert.That(TestTime.Least([new("a", null), new("a", 40), new("a", null), new("a", 3)]), Is.EqualTo(new Dictionary<string, double> { ["a"] = 3 }));

    [Test]
    public void Least_TestThatNeverEndedOrFailed_IsLeftOut() =>
        Assert.That(TestTime.Least([new("hangs", null), new("fails", null), new("fails", 1, Passed: false), new("hangs later", 2), new("hangs later", null)]), Is.Empty);
}
