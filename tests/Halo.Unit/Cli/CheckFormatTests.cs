using System.Reflection;
using System.Text.Json;
using Halo.Cli;
using Halo.Execution;

namespace Halo.Unit.Cli;

/// <summary>What a check writes for programs.</summary>
[TestFixture, Category("Unit")]
public sealed class CheckFormatTests : FolderFixture
{
    private const string Tie = """
        {"rules":[
          {"id":"a","when":{"type":"x"},"route":"one"},
          {"id":"b","when":{"n":{"gte":2},"hot":true},"route":"two"}]}
        """;

    [Test]
    public async Task Text_Finding_ShowsTheExample() =>
        Assert.That((await CommandRun.WithInput(Tie, "check", "-")).Output, Does.StartWith("-(3,3): warning HALO110: ").And.Contain(" Example: type=x, n=2, hot=true.\n"));

    [Test]
    public async Task Json_Finding_HasTheExampleWithTypedValues()
    {
        var witness = JsonDocument.Parse((await CommandRun.WithInput(Tie, "check", "-", "--format", "json")).Output).RootElement.GetProperty("faults")[0].GetProperty("witness");
        Assert.That(witness.GetRawText().Where(c => !char.IsWhiteSpace(c)), Is.EqualTo("""{"type":"x","n":2,"hot":true}"""));
    }

    [Test]
    public async Task Json_EachProperty_IsInTheSchema()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", "check.schema.json"))).RootElement;
        var json = JsonDocument.Parse((await CommandRun.Of("check", Path.Combine(CommandRun.Debian, "graph-cyclic.json"), "--format", "json")).Output).RootElement;
        var tie = JsonDocument.Parse((await CommandRun.WithInput(Tie, "check", "-", "--format", "json")).Output).RootElement;
        var faultNames = json.GetProperty("faults")[0].EnumerateObject().Concat(tie.GetProperty("faults")[0].EnumerateObject()).Select(property => property.Name);
        Assert.Multiple(() =>
        {
            Assert.That(json.EnumerateObject().Select(property => property.Name), Is.EquivalentTo(NamesOf(schema)));
            Assert.That(faultNames.Distinct(), Is.EquivalentTo(NamesOf(schema.GetProperty("$defs").GetProperty("fault"))));
        });
    }

    [Test]
    public async Task Sarif_Finding_HasWhatTheFormatDemands()
    {
        var rules = Folder.Write("my rules.json", Tie);
        var log = await Sarif("check", rules);
        var run = log.GetProperty("runs")[0];
        var (driver, result) = (run.GetProperty("tool").GetProperty("driver"), run.GetProperty("results")[0]);
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Multiple(() =>
        {
            Assert.That((log.GetProperty("version").GetString(), log.GetProperty("$schema").GetString()), Is.EqualTo(("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")));
            Assert.That((driver.GetProperty("name").GetString(), driver.GetProperty("rules")[0].GetProperty("id").GetString()), Is.EqualTo(("halo", "HALO110")));
            Assert.That((result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()), Is.EqualTo(("HALO110", "warning")));
            Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Does.StartWith("Rule 'b' ties with rule 'a' (line 2)"));
            Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo(new Uri(rules).AbsoluteUri));
            Assert.That(place.GetProperty("region").GetProperty("startLine").GetInt32(), Is.EqualTo(3));
            Assert.That(result.GetProperty("properties").GetProperty("witness").GetProperty("n").GetInt32(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Sarif_RelativePath_StaysRelative()
    {
        var name = Path.GetRelativePath(Environment.CurrentDirectory, Folder.Write("my rules.json", Tie));
        var result = (await Sarif("check", name)).GetProperty("runs")[0].GetProperty("results")[0];
        var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.That(uri, Does.StartWith("../").And.EndsWith("/my%20rules.json"));
    }

    [Test]
    public async Task Sarif_StandardInput_HasNoLocation()
    {
        var log = JsonDocument.Parse((await CommandRun.WithInput(Tie, "check", "-", "--format", "sarif")).Output).RootElement;
        Assert.That(log.GetProperty("runs")[0].GetProperty("results")[0].TryGetProperty("locations", out _), Is.False);
    }

    [Test]
    public async Task Sarif_Cycle_IsAmongTheProperties()
    {
        var result = (await Sarif("check", Path.Combine(CommandRun.Debian, "graph-cyclic.json"))).GetProperty("runs")[0].GetProperty("results")[0];
        Assert.That((result.GetProperty("level").GetString(), result.GetProperty("properties").GetProperty("cycle").GetArrayLength()), Is.EqualTo(("error", 3)));
    }

    [Test]
    public async Task Sarif_NoFaults_IsALogWithoutResults() =>
        Assert.That((await Sarif("check", Path.Combine(CommandRun.Debian, "agents.json"))).GetProperty("runs")[0].GetProperty("results").GetArrayLength(), Is.Zero);

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("sarif")]
    public async Task Warning_EveryFormat_Exits1(string format) =>
        Assert.That((await CommandRun.WithInput(Tie, "check", "-", "--format", format)).ExitCode, Is.EqualTo(1));

    [Test]
    public async Task Check_AgentsAndTypesThatGoWithout_AreFound()
    {
        Folder.Write("rules.json", """{"rules":[{"id":"r","when":{"type":"x"},"route":"one"}]}""");
        Folder.Write("agents.json", """{"agents":[{"name":"one"},{"name":"two"},{"name":"three","types":["z"]}]}""");
        Folder.Write("graph.json", """{"tasks":[{"id":"a","type":"x"},{"id":"b","type":"y"}]}""");
        var run = await CommandRun.Of("check", Folder.Path);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1,
            $"""
            {Folder.File("agents.json")}(1,27): warning HALO304: Agent 'two' gets no task: no rule routes to it, and it lists no types. Give it types or a rule, or remove it.
            {Folder.File("agents.json")}(1,42): info HALO305: Agent 'three' gets no task of this graph: no task has a type that it lists, and none matches a rule that routes to it.
            {Folder.File("graph.json")}(1,33): warning HALO207: Task 'b' has the type 'y', which no agent lists, and no rule matches it. List the type at an agent, or add a rule that matches it. Example: type=y.
            2 warnings, 1 note in 3 files.

            """.ReplaceLineEndings("\n"))));
    }

    [Test]
    public void Codes_Each_HasATitle()
    {
        var codes = new[] { typeof(DiagnosticCodes), typeof(ExecutionDiagnosticCodes) }.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetValue(null)!);
        Assert.That(codes.Where(code => FaultTitles.Of(code) == code), Is.Empty);
    }

    private static async Task<JsonElement> Sarif(params string[] arguments) => JsonDocument.Parse((await CommandRun.Of([.. arguments, "--format", "sarif"])).Output).RootElement;

    private static IEnumerable<string> NamesOf(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Where(name => name != "$schema");
}
