using System.Text.Json;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class RouteCommandTests : FolderFixture
{
    private const string Graph = """{"tasks":[{"id":"a","type":"x"},{"id":"b","type":"y","dependsOn":["a"]}]}""";
    private const string Agents = """{"agents":[{"name":"one","types":["x"]}]}""";

    [Test]
    public async Task Route_SampleFolder_WritesTheTextReport()
    {
        var run = await CommandRun.Of("route", CommandRun.Delivery);
        Assert.That(run, Is.EqualTo(new CommandRun(0, DeliveryPlan().ToText(), "")));
    }

    [TestCase("json", PlanFormat.Json)]
    [TestCase("md", PlanFormat.Markdown)]
    [TestCase("mermaid", PlanFormat.Mermaid)]
    [TestCase("dot", PlanFormat.Dot)]
    [TestCase("text", PlanFormat.Text)]
    public async Task Route_Format_WritesThatFormat(string word, PlanFormat format)
    {
        using var expected = new StringWriter();
        DeliveryPlan().WriteTo(expected, format);
        var run = await CommandRun.Of("route", CommandRun.Delivery, "--format", word);
        Assert.That(run.Output, Is.EqualTo(expected.ToString()));
    }

    [Test]
    public async Task Route_NoTerminal_WritesNoAnsi() => Assert.That((await CommandRun.Of("route", CommandRun.Delivery)).Output, Does.Not.Contain("\u001b"));

    [Test]
    public async Task Route_Terminal_WritesColors()
    {
        var run = await CommandRun.Of(new MemoryStream(), ["route", CommandRun.Delivery], colors: true);
        Assert.That(run.Output, Does.Contain("\u001b[").And.Contain("release-plan"));
    }

    [TestCase("json")]
    [TestCase("dot")]
    [TestCase("md")]
    public async Task Route_TerminalAndMachineFormat_WritesNoColors(string format)
    {
        var run = await CommandRun.Of(new MemoryStream(), ["route", CommandRun.Delivery, "--format", format], colors: true);
        Assert.That(run.Output, Does.Not.Contain("\u001b"));
    }

    [Test]
    public async Task Route_TerminalAndHostileIds_ShowsThemAsTheyAre()
    {
        var graph = Folder.Write("g.json", """{"tasks":[{"id":"[red]x[/]","type":"x"},{"id":"[","type":"x"},{"id":"\u202e[2J","type":"x"}]}""");
        var run = await CommandRun.Of(new MemoryStream(), ["route", graph, "--agents", Folder.Write("a.json", Agents)], colors: true);
        Assert.That(run.Output, Does.Contain("[red]x[/]").And.Contain("\\u202e[2J").And.Not.Contain("\u202e[2J"));
    }

    [Test]
    public async Task Route_UnassignedTasksInMachineFormat_ExitsZeroAndSaysSo()
    {
        var run = await CommandRun.Of("route", Folder.Write("g.json", Graph), "--agents", Folder.Write("a.json", Agents), "--format", "json");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "halo: 1 of 2 tasks have no agent.\n")));
    }

    [Test]
    public async Task Route_UnassignedTasksInText_AreInTheReport()
    {
        var run = await CommandRun.Of("route", Folder.Write("g.json", Graph), "--agents", Folder.Write("a.json", Agents));
        Assert.That(run.Output, Does.Contain("1 unassigned").And.Contain("No rule matches it and no agent lists 'y'."));
    }

    [Test]
    public async Task Route_GraphFromStandardInput_Works()
    {
        var run = await CommandRun.WithInput(Graph, "route", "-", "--agents", Folder.Write("a.json", Agents), "--format", "json");
        Assert.That(OrderOf(run), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task Route_AgentsFromStandardInput_Works()
    {
        var run = await CommandRun.WithInput(Agents, "route", Folder.Write("g.json", Graph), "--agents", "-", "--format", "json");
        Assert.That(OrderOf(run), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task Route_FaultInStandardInput_IsNamedHyphen()
    {
        var run = await CommandRun.WithInput("{", "route", "-", "--agents", Folder.Write("a.json", Agents));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, run.Error)).And.Matches<(int, string Error)>(result => result.Error.StartsWith("-(1,2): error HALO002", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Route_RulesBesideFolder_Override()
    {
        var rules = Folder.Write("r.json", """{"rules":[{"id":"all","when":{},"route":"qa_agent"}]}""");
        var run = await CommandRun.Of("route", CommandRun.Delivery, "--rules", rules, "--format", "json");
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("assignments").EnumerateArray().Count(row => row.TryGetProperty("rule", out var rule) && rule.GetString() == "all"), Is.GreaterThan(30));
    }

    [Test]
    public async Task Route_CapacityOfGraph_LeavesTasksUnassigned()
    {
        var run = await CommandRun.Of("route", CommandRun.Debian, "--capacity", "graph");
        Assert.That(run.Output, Does.Contain("Every available agent that could take it is full."));
    }

    [Test]
    public async Task Route_AvailableAgents_AreTheOnlyOnes()
    {
        var run = await CommandRun.Of("route", CommandRun.Debian, "--available", "small_runner, library_builder", "--format", "json");
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("workload").EnumerateObject().Select(entry => entry.Name), Is.EquivalentTo(new[] { "small_runner", "library_builder" }));
    }

    [Test]
    public async Task Route_AvailableEmpty_MeansNone()
    {
        var run = await CommandRun.Of("route", CommandRun.Debian, "--available", "", "--format", "json");
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("assignments").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Route_UnknownAvailableAgent_IsAFaultWithASuggestion()
    {
        var run = await CommandRun.Of("route", CommandRun.Debian, "--available", "small_runer");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "error HALO102: --available names 'small_runer', which is not a registered agent. Did you mean 'small_runner'?\n")));
    }

    [Test]
    public async Task Route_CyclicGraph_ShowsTheCycle()
    {
        var run = await CommandRun.Of(
            "route", Path.Combine(CommandRun.Debian, "graph-cyclic.json"), "--agents", Path.Combine(CommandRun.Debian, "agents.json"));
        Assert.That((run.ExitCode, run.Error.Contains("libc6 -> libgcc-s1 -> libc6", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Route_FaultsInEveryFile_AreAllReportedInOneRun()
    {
        var run = await CommandRun.Of(
            "route", Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x","dependsOn":["no"]},{"id":"a","type":"x"}]}"""),
            "--rules", Folder.Write("r.json", """{"rules":[{"id":"r","when":{"type":{"likes":1}},"route":"one"}]}"""),
            "--agents", Folder.Write("a.json", """{"agents":[{"name":"one","maxConcurrentTasks":0}]}"""));
        Assert.That(run.Error, Does.Contain("HALO201").And.Contain("HALO202").And.Contain("r.json(1,37): error").And.Contain("HALO302"));
    }

    [Test]
    public async Task Route_FaultsBetweenFiles_AreAllReportedInOneRun()
    {
        var run = await CommandRun.Of(
            "route", Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x","status":"inProgress","agent":"oen"}]}"""),
            "--rules", Folder.Write("r.json", """{"rules":[{"id":"r","when":{},"route":"two"}]}"""),
            "--agents", Folder.Write("a.json", Agents),
            "--available", "three");
        Assert.That(run.Error, Does.Contain("HALO102: Rule 'r'").And.Contain("HALO303").And.Contain("--available names 'three'"));
    }

    [Test]
    public async Task Route_HostileFault_HasNoControlCharacters()
    {
        var run = await CommandRun.Of("route", Folder.Write("g.json", """{"tasks":[{"id":"a","type":"x","dependsOn":["\u001b[2J\n"]}]}"""), "--agents", Folder.Write("a.json", Agents));
        Assert.That(run.Error.TrimEnd('\n').Where(char.IsControl), Is.Empty);
    }

    [Test]
    public async Task Route_MissingFile_IsAFault()
    {
        var run = await CommandRun.Of("route", Folder.File("nowhere.json"));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, $"{Folder.File("nowhere.json")}: error HALO001: The file does not exist.\n")));
    }

    private static RoutingPlan DeliveryPlan() =>
        new HaloRouter(RuleFile.Load(Path.Combine(CommandRun.Delivery, "rules.json")), AgentFile.Load(Path.Combine(CommandRun.Delivery, "agents.json")))
            .Route(GraphFile.Load(Path.Combine(CommandRun.Delivery, "graph.json")));

    private static IEnumerable<string?> OrderOf(CommandRun run) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty("order").EnumerateArray().Select(id => id.GetString());
}
