using Halo.Results;

namespace Halo.Unit.Results.Records;

[TestFixture, Category("Unit")]
public sealed class PerfResultsTests : FolderFixture
{
    [Test]
    public void Read_WhatWasAppended_IsTheSame()
    {
        var attempt = Attempts.Of("T(\"a\")", 1, [61.5]) with { Message = "slow\nby a line", NextDelayMs = 1000 };
        PerfResults.Append(Folder.File("new"), attempt);
        var read = PerfResults.Read(Folder.File("new")).Single();
        Assert.That((read with { Samples = attempt.Samples }, read.Samples.Single()), Is.EqualTo((attempt, attempt.Samples.Single())));
    }

    [Test]
    public void Append_FromSeveralThreads_KeepsEveryAttempt()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => PerfResults.Append(Folder.Path, Attempts.Of("t", 1, [1])));
        Assert.That(PerfResults.Read(Folder.Path), Has.Count.EqualTo(200));
    }

    [Test]
    public void Read_Folder_IsInTheOrderOfRuns()
    {
        foreach (var run in (int[])[3, 1, 2]) PerfResults.Append(Folder.Path, Attempts.Of("t", run, [1]));
        Assert.That(PerfResults.Read(Folder.Path).Select(attempt => attempt.Run), Is.EqualTo(new[] { Attempts.RunName(1), Attempts.RunName(2), Attempts.RunName(3) }));
    }

    [Test]
    public void Read_BrokenLines_ListsEachWithItsLine()
    {
        PerfResults.Append(Folder.Path, Attempts.Of("t", 1, [1]));
        PerfResults.Append(Folder.Path, Attempts.Of("t", 1, []) with { Attempt = 0, Samples = [new PerfSample { Calls = 0, WallMs = 1 }] });
        var file = PerfResults.FileOf(Folder.Path, Attempts.RunName(1));
        File.AppendAllText(file, "{\"run\":\n");
        var faults = Assert.Throws<PerfDataException>(() => PerfResults.Read(Folder.Path))!.Faults;
        Assert.That(faults.Select(fault => fault[..(file.Length + 3)]), Is.EqualTo(new[] { $"{file}:2:", $"{file}:2:", $"{file}:3:" }));
    }

    [TestCase("""{"run":null}""")]
    [TestCase("""{"odd":1}""")]
    [TestCase("null")]
    public void Read_LineThatIsNoAttempt_IsAFault(string line) =>
        Assert.That(Assert.Throws<PerfDataException>(() => PerfResults.Read(Folder.Write("x.perf.jsonl", line)))!.Faults, Has.Count.EqualTo(1));
}
