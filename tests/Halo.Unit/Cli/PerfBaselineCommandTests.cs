using System.Text.Json;
using Halo.Results;
using Halo.Unit.Results;

namespace Halo.Unit.Cli;

/// <summary>The commands that keep a baseline and judge by it.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfBaselineCommandTests : FolderFixture
{
    private string _baseline = null!;

    [SetUp]
    public void SetUp() => _baseline = Folder.File("perf-baseline.json");

    [TestCase("perf", "accept", "R", "--baseline", "B", "--reason", " ")]
    [TestCase("perf", "accept", "R", "--baseline", "")]
    [TestCase("perf", "gate", "R", "--baseline", "")]
    [TestCase("perf", "report", "R", "--compare-with", "")]
    [TestCase("perf", "compare", "R", "")]
    [TestCase("perf", "accept", "R", "--baseline", "B", "--test", "[")]
    public async Task UnusableValues_Exit2(params string[] arguments)
    {
        var results = Write("now", Attempts.Runs("t", 1, 1, 60));
        Assert.That((await CommandRun.Of([.. arguments.Select(word => word == "R" ? results : word == "B" ? _baseline : word)])).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Accept_RaisedBudget_NeedsAReason()
    {
        await CommandRun.Of("perf", "accept", Write("before", Attempts.Runs("t", 1, 5, 60)), "--baseline", _baseline);
        var (old, now) = (File.ReadAllText(_baseline), Write("now", Attempts.Runs("t", 6, 1, 60).Select(attempt => attempt with { Budget = 120 })));
        var refused = await CommandRun.Of("perf", "accept", now, "--baseline", _baseline);
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, "raised budget: t: budget 100 ms -> 120 ms, and not accepted\nhalo: nothing was taken; give --reason to accept this.\n")));
        Assert.That(File.ReadAllText(_baseline), Is.EqualTo(old));
        var taken = await CommandRun.Of("perf", "accept", now, "--baseline", _baseline, "--reason", "taxes");
        Assert.That((taken.ExitCode, BaselineFile.Read(_baseline).Tests["t"].Reason), Is.EqualTo((0, "taxes")));
    }

    [Test]
    public async Task Accept_TestPattern_LeavesTheOthers()
    {
        var results = Write("now", [.. Attempts.Runs("Shop.A.One", 1, 1, 60), .. Attempts.Runs("Shop.B.Two", 1, 1, 60)]);
        await CommandRun.Of("perf", "accept", results, "--baseline", _baseline, "--test", "*.B.*");
        Assert.That(BaselineFile.Read(_baseline).Tests.Keys, Is.EqualTo(new[] { "Shop.B.Two" }));
    }

    [Test]
    public async Task Accept_PatternThatMatchesNothing_IsAFault()
    {
        var run = await CommandRun.Of("perf", "accept", Write("now", Attempts.Runs("t", 1, 1, 60)), "--baseline", _baseline, "--test", "u*");
        Assert.That((run, File.Exists(_baseline)), Is.EqualTo((new CommandRun(1, "", "no test of the results matches 'u*'.\n"), false)));
    }

    [Test]
    public async Task Accept_TestThatFailed_IsLeftOut()
    {
        var results = Write("now", [Attempts.Of("t", 1, [130], PerfVerdict.Regression), Attempts.Of("u", 1, [60])]);
        Assert.That((await CommandRun.Of("perf", "accept", results, "--baseline", _baseline)).Output, Is.EqualTo($"u: new\n1 test taken into {_baseline}, 1 test left out that never passed.\n"));
    }

    [Test]
    public async Task Accept_File_LeavesNothingBesideIt()
    {
        var results = Write("now", Attempts.Runs("t", 1, 1, 60));
        await CommandRun.Of("perf", "accept", results, "--baseline", _baseline);
        Assert.That(Directory.GetFileSystemEntries(Folder.Path), Is.EquivalentTo(new[] { results, _baseline }));
    }

    [Test]
    public async Task Gate_NothingChanged_Exits0()
    {
        var results = Write("now", Attempts.Runs("t", 1, 5, 60));
        Assert.That(await CommandRun.Of("perf", "gate", results, "--baseline", results), Is.EqualTo(new CommandRun(0, "Nothing to name in 1 test.\n", "")));
    }

    [Test]
    public async Task Gate_RetryDebt_IsNamed()
    {
        var results = Write("now", Enumerable.Range(1, 5).SelectMany(run => Attempts.Retried("t", run, [60])));
        Assert.That(await CommandRun.Of("perf", "gate", results, "--baseline", results), Is.EqualTo(new CommandRun(1, "retry debt: t: retried or unproven in 5 of its last 5 runs; the most is 4\n1 finding in 1 test.\n", "")));
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task Gate_SlowerCode_IsNamedUnlessTimesAreLeftOut(bool noTimes, int exitCode)
    {
        var before = Write("before", Attempts.Runs("t", 1, 20, 60));
        var now = Write("now", Attempts.Runs("t", 30, 5, 120));
        string[] arguments = ["perf", "gate", now, "--baseline", before, .. noTimes ? new[] { "--no-times" } : []];
        Assert.That((await CommandRun.Of(arguments)).ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task Gate_MissingBaseline_IsAFault()
    {
        var run = await CommandRun.Of("perf", "gate", Write("now", Attempts.Runs("t", 1, 1, 60)), "--baseline", _baseline);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
    }

    [Test]
    public async Task Advise_Text_NamesTestAttributeAndFigures() =>
        Assert.That((await CommandRun.Of("perf", "advise", Write("now", Attempts.Runs("t", 1, 5, 60)))).Output, Does.StartWith("t\n  [PerfRetry(maxRetries: 3, ").And.Contain("\n  net time spreads over "));

    [Test]
    public async Task Advise_Json_IsAList() =>
        Assert.That(JsonDocument.Parse((await CommandRun.Of("perf", "advise", Write("now", Attempts.Runs("t", 1, 4, 60)), "--format", "json")).Output).RootElement[0].GetProperty("advice").GetString(), Is.EqualTo("MeasureMore"));

    private string Write(string name, IEnumerable<PerfAttempt> attempts)
    {
        foreach (var attempt in attempts) PerfResults.Append(Folder.File(name), attempt);
        return Folder.File(name);
    }
}
