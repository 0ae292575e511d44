namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class ScheduleCommandTests : FolderFixture
{
    private const string TwoSlots = """{"agents":[{"name":"one","types":["x"],"maxConcurrentTasks":2}]}""";

    [Test]
    public async Task Schedule_SampleFolder_WritesTheTextReport()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Delivery);
        Assert.That(run, Is.EqualTo(new CommandRun(0, Delivery().ToText(), "")));
    }

    [TestCase("json", ScheduleFormat.Json)]
    [TestCase("mermaid", ScheduleFormat.Mermaid)]
    [TestCase("dot", ScheduleFormat.Dot)]
    public async Task Schedule_Format_WritesThatFormat(string word, ScheduleFormat format)
    {
        using var expected = new StringWriter();
        Delivery().WriteTo(expected, format);
        Assert.That((await CommandRun.Of("schedule", CommandRun.Delivery, "--format", word)).Output, Is.EqualTo(expected.ToString()));
    }

    [Test]
    public async Task Schedule_SampleAsJson_IsValidBySchema([Values("delivery", "debian")] string sample, [Values("first-rule", "earliest-finish", "cheapest", "balanced")] string selection)
    {
        var run = await CommandRun.Of("schedule", Path.Combine(Repository.Root, "samples", sample), "--format", "json", "--select", selection);
        Assert.That(JsonSchema.Load("schedule").Validate(JsonSchema.Parse(run.Output)), Is.Empty);
    }

    [Test]
    public async Task Schedule_Terminal_WritesColors()
    {
        var run = await CommandRun.Of(new MemoryStream(), ["schedule", CommandRun.Delivery], colors: true);
        Assert.That(run.Output, Does.Contain("\u001b[").And.Contain("Critical path"));
    }

    [Test]
    public async Task Gantt_File_HoldsThePage()
    {
        var file = Folder.File("gantt.html");
        await CommandRun.Of("schedule", CommandRun.Delivery, "--gantt", file);
        Assert.That(File.ReadAllText(file), Is.EqualTo(Delivery().ToHtml()));
    }

    [Test]
    public async Task Gantt_UnwritableFile_IsAFault()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Delivery, "--gantt", Path.Combine(Folder.File("no"), "gantt.html"));
        Assert.That((run.ExitCode, run.Output, run.Error.Contains("the folder does not exist", StringComparison.Ordinal)), Is.EqualTo((1, "", true)));
    }

    [Test]
    public async Task Schedule_CancelledBefore_IsCancelled()
    {
        var run = await CommandRun.Of(new MemoryStream(), ["schedule", CommandRun.Delivery], cancellationToken: new CancellationToken(canceled: true));
        Assert.That(run.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public async Task Explain_Task_WritesItsExplanation()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Debian, "--explain", "tar", "--select", "earliest-finish");
        Assert.That(run.Output, Does.StartWith("tar -> core_builder, slot 0").And.Contain("chosen"));
    }

    [Test]
    public async Task Explain_CompletedTask_SaysSo()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Delivery, "--explain", "market-research");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "halo: 'market-research' is not scheduled. It is completed and needs no agent.\n")));
    }

    [Test]
    public async Task WhatIf_All_NamesWhatToBuyFirst()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Debian, "--what-if", "all");
        Assert.That(run.Output, Does.Contain("With 1 more slot\n  security_builder  3 min 56 s  saves 4.5 s, 1.9 %\n  nothing saved: toolchain_builder"));
    }

    [Test]
    public async Task WhatIf_OneAgentAsJson_IsValidBySchema()
    {
        var run = await CommandRun.Of("schedule", CommandRun.Debian, "--what-if", "security_builder=+2", "--format", "json");
        Assert.That(JsonSchema.Load("sensitivity").Validate(JsonSchema.Parse(run.Output)), Is.Empty);
    }

    [Test]
    public async Task Schedule_TasksThatAreLeftOut_AreCountedBesideAFile()
    {
        var graph = Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x"},{"id":"b","type":"z"}]}""");
        var run = await CommandRun.Of("schedule", graph, "--agents", Folder.Write("a.json", TwoSlots), "--format", "json");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "halo: 1 of 2 tasks are not scheduled.\n")));
    }

    [Test]
    public async Task Schedule_FaultyInput_ListsTheFaults()
    {
        var run = await CommandRun.Of("schedule", Path.Combine(CommandRun.Debian, "graph-cyclic.json"), "--agents", Path.Combine(CommandRun.Debian, "agents.json"));
        Assert.That((run.ExitCode, run.Error.Contains("libc6 -> libgcc-s1 -> libc6", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    private static Schedule Delivery() => Scheduler.Schedule(
        new HaloRouter(RuleFile.Load(Path.Combine(CommandRun.Delivery, "rules.json")), AgentFile.Load(Path.Combine(CommandRun.Delivery, "agents.json")))
            .Route(GraphFile.Load(Path.Combine(CommandRun.Delivery, "graph.json"))));
}
