using System.Text.Json;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class CheckCommandTests : FolderFixture
{
    private const string Rule = """{"rules":[{"id":"r","when":{"type":"x"},"route":"one"}]}""";

    [TestCase("delivery", "No faults, 7 notes in 3 files.")]
    [TestCase("debian", "No faults, 21 notes in 3 files.")]
    public async Task Check_SampleFolder_HasNoFaults(string sample, string summary)
    {
        var run = await CommandRun.Of("check", Path.Combine(Repository.Root, "samples", sample));
        Assert.That((run.ExitCode, run.Output.Split('\n')[^2], run.Error), Is.EqualTo((0, summary, "")));
    }

    [Test]
    public async Task Check_GraphAndAgentsWithoutRules_FindsTypesThatNobodyTakes()
    {
        var graph = Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x"}]}""");
        var run = await CommandRun.Of("check", "--graph", graph, "--agents", Folder.Write("a.json", """{"agents":[{"name":"two"}]}"""));
        Assert.That((run.ExitCode, run.Output.Split('\n')[0]), Is.EqualTo((1,
            $"{graph}(1,11): warning HALO207: Task 'a' has the type 'x', which no agent lists, and no rule matches it. List the type at an agent, or add a rule that matches it. Example: type=x.")));
    }

    [Test]
    public async Task Check_GraphAlone_FindsContradictions()
    {
        var run = await CommandRun.WithInput("""{"tasks":[{"id":"a","type":"x"},{"id":"b","type":"x","dependsOn":["a"],"status":"completed"}]}""", "check", "-");
        Assert.That((run.ExitCode, run.Output.Contains("warning HALO211", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Check_RulesAndGraphWithoutAgents_FindsAttributesThatNoTaskHas()
    {
        var graph = Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x","attributes":{"cores":4}}]}""");
        var rules = Folder.Write("r.json", """{"rules":[{"id":"r","when":{"coers":{"gte":2}},"route":"one"}]}""");
        Assert.That((await CommandRun.Of("check", "--graph", graph, "--rules", rules)).Output, Does.Contain("warning HALO114: Rule 'r' tests 'coers', which no task of the graph has. Did you mean 'cores'?"));
    }

    [Test]
    public async Task Check_IdOfManyMegabytes_IsAFaultInEveryFormat([Values("text", "json", "sarif")] string format)
    {
        var file = Folder.Write("huge.json", $$"""{"tasks":[{"id":"{{new string('x', 4_000_000)}}","type":"x","dependsOn":["y"]}]}""");
        var run = await CommandRun.Of("check", file, "--format", format);
        Assert.That((run.ExitCode, run.Output.Length < 10_000), Is.EqualTo((1, true)));
    }

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
