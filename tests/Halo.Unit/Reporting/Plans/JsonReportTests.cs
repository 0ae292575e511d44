using System.Text.Json;

namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class JsonReportTests
{
    [Test]
    public void ToJson_SmallPlan_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            {
              "order": [
                "t0",
                "t9",
                "t1"
              ],
              "assignments": [
                {
                  "task": "t0",
                  "agent": "qa",
                  "reason": "rule",
                  "rule": "r1",
                  "explanation": "Tests go to QA."
                },
                {
                  "task": "t1",
                  "agent": "builder",
                  "reason": "capability",
                  "explanation": "No rule decided; of the available agents with room that list 'build', 'builder' has the best success rate."
                }
              ],
              "unassigned": [
                {
                  "task": "t9",
                  "reason": "noMatch",
                  "explanation": "No rule matches it and no agent lists 'unknown'."
                }
              ],
              "workload": {
                "qa": 1,
                "builder": 1
              },
              "waves": [
                [
                  "t0",
                  "t9"
                ],
                [
                  "t1"
                ]
              ]
            }

            """;
        Assert.That(Plans.Small().ToJson(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToJson_TaskInProgress_IsAnAssignmentWithThatReason()
    {
        var plan = Plans.Route([new TaskNode("a", "x") { Status = TaskNodeStatus.InProgress, Agent = "qa" }], [], [new Agent("qa")]);
        Assert.That(Parse(plan).GetProperty("assignments")[0].GetProperty("reason").GetString(), Is.EqualTo("inProgress"));
    }

    [Test]
    public void ToJson_CompletedTask_IsInNeitherList()
    {
        var json = Parse(Plans.Route([new TaskNode("a", "x") { Status = TaskNodeStatus.Completed }], [], [new Agent("qa")]));
        Assert.That((json.GetProperty("assignments").GetArrayLength(), json.GetProperty("unassigned").GetArrayLength(), json.GetProperty("order").GetArrayLength()), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public void ToJson_TaskThatWaits_SaysSo()
    {
        var json = Parse(Waiting());
        Assert.That(json.GetProperty("assignments").EnumerateArray().Select(row => row.TryGetProperty("waits", out var waits) && waits.GetBoolean()), Is.EqualTo(new[] { false, true }));
    }

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToJson_HostileTexts_ComeBackEqual(string text)
    {
        var assignment = Parse(Plans.Hostile(text)).GetProperty("assignments")[0];
        Assert.That(new[] { "task", "agent", "rule", "explanation" }.Select(name => assignment.GetProperty(name).GetString()), Is.All.EqualTo(text));
    }

    [Test]
    public void ToJson_NonAsciiText_StaysReadable() => Assert.That(Plans.Hostile("größe-東").ToJson(), Does.Contain("größe-東"));

    [Test]
    public void WriteTo_TextWriter_EqualsStream()
    {
        var plan = Many(3_000);
        using var stream = new MemoryStream();
        plan.WriteTo(stream, PlanFormat.Json);
        Assert.That(plan.ToJson(), Is.EqualTo(System.Text.Encoding.UTF8.GetString(stream.ToArray())));
    }

    [Test]
    public void WriteTo_ManyTasks_WritesInPieces()
    {
        var stream = new LargestWrite();
        Many(20_000).WriteTo(stream, PlanFormat.Json);
        Assert.That(stream.Largest, Is.LessThan(256 * 1024));
    }

    [Test]
    public void ToJson_DebianSample_HasOnlyTheContractsProperties()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", "plan.schema.json"))).RootElement;
        var known = schema.GetProperty("$defs").GetProperty("assignment").GetProperty("properties").EnumerateObject().Select(property => property.Name).ToArray();
        var sample = Path.Combine(Repository.Root, "samples", "debian");
        var plan = new HaloRouter(RuleFile.Load(Path.Combine(sample, "rules.json")), AgentFile.Load(Path.Combine(sample, "agents.json"))).Route(GraphFile.Load(Path.Combine(sample, "graph.json")));
        Assert.That(Parse(plan).GetProperty("assignments").EnumerateArray().SelectMany(row => row.EnumerateObject()).Select(property => property.Name).Distinct(), Is.SubsetOf(known));
    }

    private static RoutingPlan Waiting() =>
        Plans.Route([new TaskNode("a", "x"), new TaskNode("b", "x")], [], [new Agent("one") { Types = ["x"], MaxConcurrentTasks = 1 }]);

    private static RoutingPlan Many(int count) =>
        Plans.Route(Enumerable.Range(0, count).Select(i => new TaskNode($"größe-{i}", "x")), [], [new Agent("one") { Types = ["x"] }]);

    private static JsonElement Parse(RoutingPlan plan) => JsonDocument.Parse(plan.ToJson()).RootElement;

    private sealed class LargestWrite : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Largest = Math.Max(Largest, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
