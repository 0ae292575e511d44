using System.Text.Json;
using Halo.Results;
using Halo.Unit.Results;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class PerfCommandTests : FolderFixture
{
    [TestCase("report")]
    [TestCase("compare")]
    [TestCase("gate")]
    [TestCase("accept")]
    [TestCase("advise")]
    public async Task Help_OfCommand_HasExamplesAndExitCodes(string command) =>
        Assert.That((await CommandRun.Of("perf", command, "--help")).Output, Does.Contain("Examples:").And.Contain($"halo perf {command}").And.Contain("Exit codes:"));

    [Test]
    public async Task Help_OfTheGroup_NamesItsCommands() =>
        Assert.That((await CommandRun.Of("perf", "--help")).Output, Does.Contain("report").And.Contain("compare").And.Contain("gate").And.Contain("accept").And.Contain("advise").And.Contain("halo perf gate --baseline"));

    [Test]
    public async Task UnknownCommand_OfTheGroup_IsNamedWithASuggestion() =>
        Assert.That(await CommandRun.Of("perf", "repotr"), Is.EqualTo(new CommandRun(2, "", "halo: there is no command 'repotr'. Did you mean 'report'?\nhalo: see 'halo perf --help'.\n")));

    [TestCase("perf")]
    [TestCase("perf", "gate", "x")]
    [TestCase("perf", "accept", "x")]
    [TestCase("perf", "compare", "x")]
    [TestCase("perf", "compare", "x", "y", "--runs", "0")]
    [TestCase("perf", "compare", "x", "y", "--format", "html")]
    [TestCase("perf", "report", "--outptu", "x")]
    [TestCase("perf", "report", "x", "--output", "")]
    public async Task UnusableArguments_Exit2(params string[] arguments) => Assert.That((await CommandRun.Of(arguments)).ExitCode, Is.EqualTo(2));

    [TestCase("report")]
    [TestCase("advise")]
    public async Task NoResults_IsAFault(string command) =>
        Assert.That(await CommandRun.Of("perf", command, Folder.Path), Is.EqualTo(new CommandRun(1, "", $"{Folder.Path}: there are no results; performance tests write them.\n")));

    [Test]
    public async Task Report_BrokenLine_NamesFileAndLine()
    {
        var file = Folder.Write("x.perf.jsonl", "\n{}\n");
        var run = await CommandRun.Of("perf", "report", file);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, run.Error)).And.Matches<(int, string Error)>(pair => pair.Error.StartsWith($"{file}:2: ", StringComparison.Ordinal)));
    }

    [TestCase("text", "1 test: 1 passed")]
    [TestCase("markdown", "## Performance tests")]
    [TestCase("html", "<!DOCTYPE html>")]
    [TestCase("junit", "<?xml")]
    [TestCase("json", "{")]
    public async Task Report_Format_BeginsAsItShould(string format, string begin)
    {
        var run = await CommandRun.Of("perf", "report", Write("now", Attempts.Runs("t", 1, 1, 60)), "--format", format);
        Assert.That((run.ExitCode, run.Output[..begin.Length], run.Output[^1]), Is.EqualTo((0, begin, '\n')));
    }

    [TestCase("--baseline")]
    [TestCase("--compare-with")]
    public async Task Report_EarlierResults_AreCompared(string option)
    {
        var (before, now) = (Write("before", Attempts.Runs("t", 1, 20, 60)), Write("now", Attempts.Runs("t", 21, 1, 70)));
        Assert.That((await CommandRun.Of("perf", "report", now, option, before)).Output, Does.Contain("slower +1"));
    }

    [Test]
    public async Task Report_Export_IsTheJsonBesideTheReport()
    {
        var (results, file) = (Write("now", Attempts.Runs("t", 1, 1, 60)), Folder.File("perf.json"));
        var run = await CommandRun.Of("perf", "report", results, "--export", file);
        Assert.That((run.Output[..6], File.ReadAllText(file)), Is.EqualTo(("1 test", (await CommandRun.Of("perf", "report", results, "--format", "json")).Output)));
    }

    [TestCase(60, 0)]
    [TestCase(66, 1)]
    [TestCase(54, 0)]
    public async Task Compare_ExitCode_IsOneWhenSlower(double level, int expected) =>
        Assert.That((await CommandRun.Of("perf", "compare", Write("before", Attempts.Runs("t", 1, 20, 60)), Write("now", Attempts.Runs("t", 21, 1, level, seed: 2)))).ExitCode, Is.EqualTo(expected));

    [Test]
    public async Task Compare_Json_IsAList()
    {
        var results = Write("now", Attempts.Runs("t", 1, 5, 60));
        var run = await CommandRun.Of("perf", "compare", results, results, "--format", "json", "--runs", "5");
        Assert.That(JsonDocument.Parse(run.Output).RootElement[0].GetProperty("result").GetString(), Is.EqualTo("Same"));
    }

    private string Write(string name, IEnumerable<PerfAttempt> attempts)
    {
        foreach (var attempt in attempts) PerfResults.Append(Folder.File(name), attempt);
        return Folder.File(name);
    }
}
