using System.Text.Json;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class CheckCommandTests : FolderFixture
{
    private const string Rule = """{"rules":[{"id":"r","when":{"type":"x"},"route":"one"}]}""";

    [Test]
    public async Task Check_SampleFolder_HasNoFaults([Values("delivery", "debian")] string sample) =>
        Assert.That(await CommandRun.Of("check", Path.Combine(Repository.Root, "samples", sample)), Is.EqualTo(new CommandRun(0, "No faults in 3 files.\n", "")));

    [Test]
    public async Task Check_CyclicSample_ShowsTheCycleInTheFormOfCompilers()
    {
        var run = await CommandRun.Of("check", "--graph", Path.Combine(CommandRun.Debian, "graph-cyclic.json"));
        Assert.That(run.Output, Does.Match(@"graph-cyclic\.json\(\d+,\d+\): error HALO204: .*libc6 -> libgcc-s1 -> libc6\..*\n1 error in 1 file\.\n$"));
    }

    [Test]
    public async Task Check_FaultsOfSeveralFiles_AreAllListedAndCounted()
    {
        Folder.Write("graph.json", """{"tasks":[{"id":"a","type":"x","dependsOn":["a"]}]}""");
        Folder.Write("agents.json", """{"agents":[{"name":"one","cost":-1}]}""");
        Folder.Write("rules.json", """{"rules":[{"id":"r","when":{},"route":"one"},{"id":"dead","when":{},"route":"one"}]}""");
        var run = await CommandRun.Of("check", Folder.Path);
        Assert.That((run.ExitCode, run.Output.Split('\n')[^2]), Is.EqualTo((1, "2 errors, 1 warning in 3 files.")));
    }

    [Test]
    public async Task Check_WarningAlone_Exits1()
    {
        var rules = Folder.Write("r.json", """{"rules":[{"id":"r","when":{},"route":"one"},{"id":"dead","when":{},"route":"one"}]}""");
        var run = await CommandRun.Of("check", "--rules", rules);
        Assert.That((run.ExitCode, run.Output.Contains("warning HALO106", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Check_NoteAlone_Exits0()
    {
        var rules = Folder.Write("r.json", """{"rules":[{"id":"r","when":{},"route":"one"},{"id":"overflow","when":{},"route":"two"}]}""");
        var run = await CommandRun.Of("check", "--rules", rules);
        Assert.That((run.ExitCode, run.Output.Split('\n')[^2]), Is.EqualTo((0, "No faults, 1 note in 1 file.")));
    }

    [Test]
    public async Task Check_RulesAgainstAgents_FindsUnknownTargets()
    {
        var run = await CommandRun.Of("check", "--rules", Folder.Write("r.json", Rule), "--agents", Folder.Write("a.json", """{"agents":[{"name":"two"}]}"""));
        Assert.That(run.Output, Does.Contain("r.json(1,11): error HALO102: Rule 'r' routes to 'one', which is not a registered agent."));
    }

    [Test]
    public async Task Check_GraphAgainstAgents_FindsUnknownHolders()
    {
        var graph = Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x","status":"inProgress","agent":"one"}]}""");
        var run = await CommandRun.Of("check", "--graph", graph, "--agents", Folder.Write("a.json", """{"agents":[{"name":"two"}]}"""));
        Assert.That(run.Output, Does.Contain("HALO303"));
    }

    [TestCase("tasks", """{"tasks":[{"id":"a","typ":"x"}]}""", "HALO003")]
    [TestCase("rules", """{"$schema":"x","rules":[{"id":"r"}]}""", "HALO005")]
    [TestCase("agents", """{"agents":[{"name":"one","speed":0}]}""", "HALO302")]
    public async Task Check_FileOfAnyName_IsKnownByItsContent(string kind, string content, string code) =>
        Assert.That((await CommandRun.Of("check", Folder.Write($"some-{kind}.json", content))).Output, Does.Contain(code));

    [Test]
    public async Task Check_StandardInput_IsKnownByItsContent() =>
        Assert.That(await CommandRun.WithInput(Rule, "check", "-"), Is.EqualTo(new CommandRun(0, "No faults in 1 file.\n", "")));

    [Test]
    public async Task Check_FileAndOptionOfOneKind_AreRefused()
    {
        var rules = Folder.Write("r.json", Rule);
        var run = await CommandRun.Of("check", rules, "--rules", rules);
        Assert.That((run.ExitCode, run.Error.Contains("--rules", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Check_FolderWithoutInputs_IsRefused()
    {
        var run = await CommandRun.Of("check", Folder.Path);
        Assert.That((run.ExitCode, run.Error.Contains("holds none of graph.json, rules.json and agents.json", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Check_MissingPath_IsAFault()
    {
        var run = await CommandRun.Of("check", Folder.File("nowhere"));
        Assert.That((run.ExitCode, run.Output.Contains("HALO001", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Check_Json_HasTheFaultsAndTheCycle()
    {
        var run = await CommandRun.Of("check", Path.Combine(CommandRun.Debian, "graph-cyclic.json"), "--format", "json");
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That((json.GetProperty("errors").GetInt32(), json.GetProperty("faults")[0].GetProperty("cycle").GetArrayLength()), Is.EqualTo((1, 3)));
    }
}
