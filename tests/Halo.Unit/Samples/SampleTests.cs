using System.Text.Json;

namespace Halo.Unit.Samples;

/// <summary>Every sample loads, is valid by its schema and makes a plan; the cyclic one is refused with its path.</summary>
[TestFixture, Category("Unit")]
public sealed class SampleTests
{
    private const string Cyclic = "graph-cyclic.json";

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("samples/perf/", StringComparison.Ordinal)) // results of performance tests, which are not routed
            .Where(file => !file.StartsWith("samples/formats/", StringComparison.Ordinal)) // formats of others, which have no schemas here
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Folders() => Files().Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/')).Distinct();

    [Test]
    public void Samples_InTheRepository_AreThere() => Assert.That(Files().Count(), Is.GreaterThanOrEqualTo(7));

    [TestCaseSource(nameof(Files))]
    public void Load_Sample_HasNoFaults(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        var faults = Kind(file) switch
        {
            "rules" => RuleFile.Read(path).Diagnostics,
            "agents" => AgentFile.Read(path).Diagnostics,
            _ => GraphFile.Read(path).Diagnostics,
        };
        if (!file.EndsWith(Cyclic, StringComparison.Ordinal))
        {
            Assert.That(faults, Is.Empty);
            return;
        }

        var fault = Faults.Only(faults);
        Assert.That(fault.Code, Is.EqualTo(DiagnosticCodes.Cycle));
        Assert.That(fault.Cycle, Is.EqualTo(new[] { "libc6", "libgcc-s1", "libc6" }));
        Assert.That(fault.Location.Line, Is.Positive);
    }

    [TestCaseSource(nameof(Files))]
    public void Schema_OfTheSample_HasNoFaults(string file) =>
        Assert.That(JsonSchema.Load(Kind(file)).Validate(JsonSchema.Parse(File.ReadAllText(Path.Combine(Repository.Root, file)))), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void Schema_NamedByTheSample_IsTheRightFile(string file)
    {
        var named = JsonSchema.Parse(File.ReadAllText(Path.Combine(Repository.Root, file))).GetProperty("$schema").GetString()!;
        var path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, named));
        Assert.That(path, Is.EqualTo(Path.Combine(Repository.Root, "schemas", $"{Kind(file)}.schema.json")).And.Exist);
    }

    [TestCaseSource(nameof(Folders))]
    public void Route_SampleFolder_AssignsEveryTask(string folder)
    {
        var path = Path.Combine(Repository.Root, folder);
        var router = new HaloRouter(RuleFile.Load(Path.Combine(path, "rules.json")), AgentFile.Load(Path.Combine(path, "agents.json")));
        Assert.That(router.Route(GraphFile.Load(Path.Combine(path, "graph.json"))).UnassignedCount, Is.Zero);
    }

    [TestCaseSource(nameof(Folders))]
    public void Coverage_SampleRules_HasNoDeadRule(string folder) =>
        Assert.That(RuleCoverage.Find(RuleFile.Load(Path.Combine(Repository.Root, folder, "rules.json"))).Where(fault => fault.Severity == DiagnosticSeverity.Warning), Is.Empty);

    [TestCaseSource(nameof(Folders))]
    public void ToJson_SampleRules_IsValidBySchema(string folder) =>
        Assert.That(JsonSchema.Load("rules").Validate(JsonSerializer.Deserialize<JsonElement>(RuleFile.ToJson(RuleFile.Load(Path.Combine(Repository.Root, folder, "rules.json"))))), Is.Empty);

    private static string Kind(string file) => Path.GetFileNameWithoutExtension(file).Split('-')[0];
}
