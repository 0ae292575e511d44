using Halo.Unit;

namespace Halo.MutationRunner.Tests;

/// <summary>What is made of Stryker's list of mutants and of what became of them.</summary>
[TestFixture, Category("Unit")]
public sealed class MutationSummaryTests
{
    [Test]
    public void Read_ReportOfStryker_ListsMutantsByNumber()
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("report.json", """
            {"projectRoot":"/repo/src/Halo.Rules","files":{"/repo/src/Halo.Rules/Model/A.cs":{"mutants":[
            {"id":"7","mutatorName":"Equality mutation","replacement":"a\n   < b","location":{"start":{"line":12,"column":3}},"status":"NoCoverage"},
            {"id":"3","mutatorName":"Block","location":{"start":{"line":9,"column":1}},"status":"CompileError"}]}}}
            """);
        Assert.That(MutantReport.Read(report), Is.EqualTo([
            new Mutant(3, Path.Combine("src", "Halo.Rules", "Model", "A.cs"), 9, "Block", "", "CompileError"),
            new Mutant(7, Path.Combine("src", "Halo.Rules", "Model", "A.cs"), 12, "Equality mutation", "a < b", "NoCoverage")]));
    }

    [Test]
    public void Of_MutantsOfEveryKind_CountsEachOnce()
    {
        Mutant[] mutants = [.. Judged(0, 5), new(5, "a.cs", 1, "", "", "CompileError"), new(6, "a.cs", 1, "", "", "Ignored")];
        var outcomes = Outcomes(Verdict.Killed, Verdict.Killed, Verdict.TimedOut, Verdict.Survived);
        var score = Score.Of(mutants, outcomes);
        Assert.That(score, Is.EqualTo(new Score(Killed: 2, TimedOut: 1, Survived: 1, NotReached: 1, Refused: 1)));
        Assert.That((score.All, score.Percent), Is.EqualTo((5, 60.0)));
    }

    [Test]
    public void Write_Survivors_AreListedByFileAndLine()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Summary.Write(
            [new(0, "b/b.cs", 2, "Block", "{}", "NoCoverage"), new(1, "b/b.cs", 1, "Equality", "a < b", "NoCoverage"), new(2, "a/a.cs", 9, "Block", "{}", "NoCoverage")],
            Outcomes(Verdict.Survived, Verdict.NotReached, Verdict.Killed),
            output);
        Assert.That(output.ToString(), Is.EqualTo(
            """
            b/b.cs:1: Equality, which no test reaches: a < b
            b/b.cs:2: Block: {}

            100.0 %  a: 1 killed, 0 timed out, 0 survived, 0 not reached; 0 do not compile
              0.0 %  b: 0 killed, 0 timed out, 1 survived, 1 not reached; 0 do not compile
             33.3 %  in all: 1 killed, 0 timed out, 1 survived, 1 not reached; 0 do not compile
            The score is below 85 %.

            """.ReplaceLineEndings("\n")));
    }

    [TestCase(17, 0, 3, true)]
    [TestCase(16, 0, 4, false)]
    [TestCase(18, 2, 0, true)]
    [TestCase(17, 3, 0, false)]
    [TestCase(0, 0, 0, false)]
    public void Write_Score_PassesAtItsBounds(int killed, int timedOut, int survived, bool passes)
    {
        var outcomes = Outcomes([.. Enumerable.Repeat(Verdict.Killed, killed), .. Enumerable.Repeat(Verdict.TimedOut, timedOut), .. Enumerable.Repeat(Verdict.Survived, survived)]);
        Assert.That(Summary.Write(Judged(0, outcomes.Count), outcomes, TextWriter.Null), Is.EqualTo(passes));
    }

    private static Mutant[] Judged(int first, int count) => [.. Enumerable.Range(first, count).Select(id => new Mutant(id, "a/a.cs", id, "Block", "{}", "NoCoverage"))];

    private static Dictionary<int, Outcome> Outcomes(params Verdict[] verdicts) => verdicts.Select((verdict, id) => new Outcome(id, verdict)).ToDictionary(outcome => outcome.Mutant);
}
