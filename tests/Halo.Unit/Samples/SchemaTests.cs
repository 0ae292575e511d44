namespace Halo.Unit.Samples;

/// <summary>The schemas say what the readers do: the same properties, the same refusals.</summary>
[TestFixture, Category("Unit")]
public sealed class SchemaTests
{
    private static IEnumerable<string> Names() => Directory.GetFiles(Path.Combine(Repository.Root, "schemas"), "*.schema.json").Select(file => Path.GetFileName(file)[..^".schema.json".Length]);

    [TestCaseSource(nameof(Names))]
    public void Examples_OfASchema_AreValidByIt(string name)
    {
        var schema = JsonSchema.Load(name);
        Assert.That(schema.Root.GetProperty("examples").EnumerateArray().SelectMany(schema.Validate), Is.Empty);
    }

    [Test]
    public void Examples_OfTheRules_AreRead() => Assert.That(RuleFile.Parse(Example("rules")), Is.Not.Empty);

    [Test]
    public void Examples_OfTheAgents_AreRead() => Assert.That(AgentFile.Parse(Example("agents")), Is.Not.Empty);

    [Test]
    public void Examples_OfTheGraph_AreRead() => Assert.That(GraphFile.Parse(Example("graph")).Count, Is.Positive);

    [TestCase("rule")]
    [TestCase("operators")]
    public void Properties_OfRules_AreThoseOfTheReader(string definition)
    {
        var json = definition == "rule"
            ? """{"rules": [{"id": "r", "when": {}, "route": "x", "somethingVeryOdd": 1}]}"""
            : """{"rules": [{"id": "r", "when": {"a": {"somethingVeryOdd": 1}}, "route": "x"}]}""";
        Assert.That(KnownTo(() => RuleFile.Parse(json)), Is.EquivalentTo(PropertiesOf("rules", definition)));
    }

    [Test]
    public void Properties_OfTasks_AreThoseOfTheReader() =>
        Assert.That(KnownTo(() => GraphFile.Parse("""{"tasks": [{"id": "t", "type": "x", "somethingVeryOdd": 1}]}""")), Is.EquivalentTo(PropertiesOf("graph", "task")));

    [Test]
    public void Properties_OfAgents_AreThoseOfTheReader() =>
        Assert.That(KnownTo(() => AgentFile.Parse("""{"agents": [{"name": "a", "somethingVeryOdd": 1}]}""")), Is.EquivalentTo(PropertiesOf("agents", "agent")));

    [TestCase("""{"rules": [{"id": "r", "when": {}}]}""")]
    [TestCase("""{"rules": [{"id": "r", "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "", "when": {}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {}, "route": "x", "priority": 1.5}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {}, "route": "x", "odd": 1}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": null}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": ["x"]}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": {}}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": {"in": []}}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": {"gte": "1"}}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"a": {"eq": null}}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"not": [{}]}, "route": "x"}]}""")]
    [TestCase("""{"rules": [{"id": "r", "when": {"any": [5]}, "route": "x"}]}""")]
    [TestCase("""{"rules": {}}""")]
    [TestCase("[]")]
    public void Rules_BrokenDocument_IsRefusedBySchemaAndReader(string json) => AssertBothRefuse("rules", json, text => RuleFile.Parse(text));

    [TestCase("""{"tasks": [{"id": "t"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": ""}]}""")]
    [TestCase("""{"tasks": [{"id": "", "type": "x"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "status": "done"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "estimate": -1}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "estimate": {"a": "1"}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "attributes": {"type": "y"}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "attributes": {"a": []}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "dependsOn": "t"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "join": "some"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "join": {}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "join": {"quorum": 0}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "conditions": {"u": "failed"}}, {"id": "u", "type": "x"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "dependsOn": ["u"], "conditions": {"u": {"on": "late"}}}, {"id": "u", "type": "x"}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "execution": {"attemptTimeout": 0}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "execution": {"retry": {"maxAttempts": 0}}}]}""")]
    [TestCase("""{"tasks": [{"id": "t", "type": "x", "execution": {"retry": {"nonRetryable": [""]}}}]}""")]
    [TestCase("{}")]
    public void Graph_BrokenDocument_IsRefusedBySchemaAndReader(string json) => AssertBothRefuse("graph", json, text => GraphFile.Parse(text));

    [TestCase("""{"agents": [{}]}""")]
    [TestCase("""{"agents": [{"name": ""}]}""")]
    [TestCase("""{"agents": [{"name": "a", "maxConcurrentTasks": 0}]}""")]
    [TestCase("""{"agents": [{"name": "a", "successRate": 1.5}]}""")]
    [TestCase("""{"agents": [{"name": "a", "speed": 0}]}""")]
    [TestCase("""{"agents": [{"name": "a", "cost": -1}]}""")]
    [TestCase("""{"agents": [{"name": "a", "types": [""]}]}""")]
    [TestCase("""{"agents": [{"name": "a", "skills": [1]}]}""")]
    [TestCase("""{"agents": [{"name": "a", "execution": {"totalTimeout": 1e300}}]}""")]
    [TestCase("""{"agents": [{"name": "a", "circuitBreaker": {"failureRatio": 0}}]}""")]
    [TestCase("""{"agents": [{"name": "a", "circuitBreaker": {"breakDuration": "10"}}]}""")]
    [TestCase("""{"agents": [{"name": "a"}], "more": 1}""")]
    public void Agents_BrokenDocument_IsRefusedBySchemaAndReader(string json) => AssertBothRefuse("agents", json, text => AgentFile.Parse(text));

    [TestCase("""{"order": [], "assignments": [{"task": "t", "agent": "a", "reason": "rule"}], "unassigned": [], "workload": {}, "waves": []}""")]
    [TestCase("""{"order": [], "assignments": [{"task": "t", "agent": "a", "reason": "capability", "rule": "r"}], "unassigned": [], "workload": {}, "waves": []}""")]
    public void Plan_RuleThatDoesNotFitTheReason_IsRefused(string json) => Assert.That(JsonSchema.Load("plan").Validate(JsonSchema.Parse(json)), Is.Not.Empty);

    [Test]
    public void Schema_UnknownKeyword_IsRefusedByTheValidator() =>
        Assert.Throws<Json.Schema.JsonSchemaException>(() => _ = new JsonSchema(JsonSchema.Parse("""{"properties": {"a": {"patern": "x"}}}""")));

    [TestCaseSource(nameof(Names))]
    public void Schema_OfTheProject_IsValidByItsStandard(string name) =>
        Assert.That(Json.Schema.MetaSchemas.Draft202012.Evaluate(JsonSchema.Load(name).Root).IsValid, Is.True);

    private static void AssertBothRefuse(string schema, string json, Action<string> read)
    {
        Assert.That(JsonSchema.Load(schema).Validate(JsonSchema.Parse(json)), Is.Not.Empty, "schema");
        Assert.Throws<HaloValidationException>(() => read(json), "reader");
    }

    // The reader lists what it knows when a property is like none of it.
    private static string[] KnownTo(Action read)
    {
        const string Head = "Known are ";
        var help = Faults.Only(read).Help;
        Assert.That(help, Does.StartWith(Head));
        return help[Head.Length..].TrimEnd('.').Split(", ");
    }

    private static IEnumerable<string> PropertiesOf(string schema, string definition) =>
        JsonSchema.Load(schema).Root.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static string Example(string name) => JsonSchema.Load(name).Root.GetProperty("examples")[0].GetRawText();
}
