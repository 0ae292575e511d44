namespace Halo.Unit.Routing.Graph;

/// <summary>Every form of a sound graph file.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GraphFileTests
{
    [Test]
    public void Parse_FullTask_ReadsEveryProperty()
    {
        var task = GraphFile.Parse("""
            {"$schema": "s", "tasks": [
              {"estimate": 12.5, "agent": "builder", "status": "inProgress", "attributes": {"os": "linux", "cores": 4, "urgent": true, "none": null}, "dependsOn": ["fetch"], "type": "compile", "id": "build"},
              {"id": "fetch", "type": "download"}
            ]}
            """)[0];
        Assert.That((task.Id, task.Type, task.Status, task.Agent, task.Estimate?.Seconds), Is.EqualTo(("build", "compile", TaskNodeStatus.InProgress, "builder", 12.5)));
        Assert.That(task.DependsOn, Is.EqualTo(new[] { "fetch" }));
        Assert.That(task.Attributes, Is.EquivalentTo(new Dictionary<string, AttributeValue> { ["os"] = "linux", ["cores"] = 4, ["urgent"] = true }));
    }

    [Test]
    public void Parse_LeastTask_HasDefaults()
    {
        var task = GraphFile.Parse("""{"tasks": [{"id": "t", "type": "x"}]}""")[0];
        Assert.That((task.DependsOn.Count, task.Attributes.Count, task.Status, task.Agent, task.Estimate), Is.EqualTo((0, 0, TaskNodeStatus.Pending, (string?)null, (TaskEstimate?)null)));
    }

    [TestCase("pending", TaskNodeStatus.Pending)]
    [TestCase("inProgress", TaskNodeStatus.InProgress)]
    [TestCase("completed", TaskNodeStatus.Completed)]
    [TestCase("failed", TaskNodeStatus.Failed)]
    public void Parse_Status_IsRead(string text, TaskNodeStatus status) => Assert.That(GraphFile.Parse($$"""{"tasks": [{"id": "t", "type": "x", "status": "{{text}}"}]}""").StatusOf(0), Is.EqualTo(status));

    [Test]
    public void Parse_EstimateByAgent_IsRead() =>
        Assert.That(GraphFile.Parse("""{"tasks": [{"id": "t", "type": "x", "estimate": {"a": 0, "b": 1.5}}]}""").EstimateOf(0)!.SecondsByAgent, Is.EquivalentTo(new Dictionary<string, double> { ["a"] = 0, ["b"] = 1.5 }));

    [TestCase("\"allSucceeded\"", "all succeeded")]
    [TestCase("\"allDone\"", "all done")]
    [TestCase("\"anySucceeded\"", "at least 1 succeeded")]
    [TestCase("""{"quorum": 2}""", "at least 2 succeeded")]
    public void Parse_Join_IsRead(string join, string meaning) => Assert.That(
        GraphFile.Parse($$"""{"tasks": [{"id": "a", "type": "x"}, {"id": "b", "type": "x"}, {"id": "t", "type": "x", "dependsOn": ["a", "b"], "join": {{join}}}]}""")[2].Join.ToString(), Is.EqualTo(meaning));

    [Test]
    public void Parse_Conditions_AreRead()
    {
        var task = GraphFile.Parse("""
            {"tasks": [{"id": "a", "type": "x"}, {"id": "b", "type": "x"}, {"id": "t", "type": "x", "dependsOn": ["a", "b"],
              "conditions": {"a": {"on": "failed"}, "b": {"on": "ended", "when": {"result": {"gte": 2}}}}}]}
            """)[2];
        Assert.That(task.Conditions, Is.EquivalentTo(new Dictionary<string, EdgeCondition>
        {
            ["a"] = new() { On = EdgeOutcome.Failed },
            ["b"] = new() { On = EdgeOutcome.Ended, When = When.Attribute("result").AtLeast(2) },
        }));
    }

    [Test]
    public void Parse_Execution_IsRead() => Assert.That(
        GraphFile.Parse("""{"tasks": [{"id": "t", "type": "x", "execution": {"attemptTimeout": 0.5, "retry": {}}}]}""")[0].Execution,
        Has.Property("AttemptTimeout").EqualTo(TimeSpan.FromSeconds(0.5)).And.Property("TotalTimeout").Null.And.Property("Retry").Property("MaxAttempts").EqualTo(3));

    [TestCase("join")]
    [TestCase("conditions")]
    [TestCase("execution")]
    [TestCase("dependsOn")]
    [TestCase("attributes")]
    [TestCase("status")]
    [TestCase("agent")]
    [TestCase("estimate")]
    public void Parse_NullOfAnOptionalProperty_CountsAsNotGiven(string property) =>
        Assert.That(GraphFile.Parse($$"""{"tasks": [{"id": "t", "type": "x", "{{property}}": null}]}""")[0], Has.Property("Estimate").Null.And.Property("Agent").Null.And.Property("Status").EqualTo(TaskNodeStatus.Pending));

    [Test]
    public void Parse_DependencyOnALaterTask_IsAllowed() =>
        Assert.That(GraphFile.Parse("""{"tasks": [{"id": "b", "type": "x", "dependsOn": ["a", "a"]}, {"id": "a", "type": "x"}]}""").Order.ToArray(), Is.EqualTo(new[] { 1, 0 }));

    [Test]
    public void Parse_NoTasks_IsTheEmptyGraph() => Assert.That(GraphFile.Parse("""{"tasks": []}""").Count, Is.Zero);

    [Test]
    public void Read_ByteOrderMark_IsPassedOver() => Assert.That(GraphFile.Read([0xEF, 0xBB, 0xBF, .. "{\"tasks\":[]}"u8]).Value, Is.Not.Null);

    [Test]
    public void Load_File_KeepsTheLineOfEachTask()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("g.json"), "{\"tasks\": [\n{\"id\": \"a\", \"type\": \"x\"},\n\n{\"id\": \"b\", \"type\": \"x\"}]}");
        Assert.That(GraphFile.Load(folder.File("g.json")).LocationOf(1), Is.EqualTo(new SourceLocation(folder.File("g.json"), 4, 1)));
    }

    [Test]
    public void Read_MoreTasksThanTheLimit_IsRefused() =>
        Assert.That(Faults.Only(GraphFile.Read("""{"tasks": [{"id": "a", "type": "x"}, {"id": "b", "type": "x"}]}"""u8, limits: new InputLimits { MaxItems = 1 }).Diagnostics).Code, Is.EqualTo(DiagnosticCodes.TooManyItems));

    [Test]
    public void Read_SampleCutOffAtManyBytes_IsAlwaysRefusedByDiagnostics()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "delivery", "graph.json")).AsSpan().TrimEnd("\r\n"u8).ToArray();
        for (var length = 0; length < text.Length; length += 13)
        {
            var result = GraphFile.Read(text.AsSpan(0, length), "f.json");
            Assert.That((result.Value, result.Diagnostics[0].Code), Is.EqualTo(((TaskGraph?)null, DiagnosticCodes.InvalidJson)), $"cut at byte {length}");
        }
    }

    [Test]
    public void Read_SampleWithOneByteChanged_NeverThrows()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "delivery", "graph.json"));
        byte[] replacements = [(byte)'"', (byte)'{', (byte)']', (byte)',', (byte)'\\', 0xFF, 0];
        for (var at = 0; at < text.Length; at += 11)
        {
            var original = text[at];
            text[at] = replacements[at % replacements.Length];
            Assert.DoesNotThrow(() => GraphFile.Read(text), $"byte {at}");
            text[at] = original;
        }
    }
}
