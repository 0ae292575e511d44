using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck.Fluent;

namespace Halo.Unit.Routing.Graph;

/// <summary>Tasks, conditions and values through the JSON serializer, as in the bodies of requests: nothing is lost, and faults are named.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class JsonConverterTests
{
    private static readonly JsonSerializerOptions[] Options = [JsonSerializerOptions.Default, JsonSerializerOptions.Web, TaskContext.Default.Options];

    private static readonly TaskNode Full = new("deploy", "ship")
    {
        DependsOn = ["build", "scan"],
        Attributes = new Dictionary<string, AttributeValue> { ["ns"] = 1732572000123456789, ["os"] = "linux", ["size"] = 1.5, ["urgent"] = true, ["none"] = default },
        Status = TaskNodeStatus.InProgress,
        Agent = "shipper",
        Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 1.25, ["b"] = 3 }),
        Join = JoinRule.Quorum(2),
        Conditions = new Dictionary<string, EdgeCondition> { ["scan"] = new() { On = EdgeOutcome.Failed, When = When.Attribute("result").Is(9007199254740993) }, ["build"] = new() { On = EdgeOutcome.Ended } },
        Execution = new ExecutionSettings { AttemptTimeout = TimeSpan.FromSeconds(1.5), Retry = new RetrySettings { MaxAttempts = 5, Delay = TimeSpan.FromMilliseconds(250), Jitter = false, NonRetryable = ["exit 2"] } },
    };

    [TestCaseSource(nameof(Options))]
    public void Deserialize_TaskThatWasSerialized_IsTheSameTask(JsonSerializerOptions options)
    {
        var json = JsonSerializer.Serialize(Full, options);
        var copy = JsonSerializer.Deserialize<TaskNode>(json, options)!;
        Assert.That(JsonSerializer.Serialize(copy, options), Is.EqualTo(json));
        Assert.That(
            (copy.Id, copy.Type, string.Join(' ', copy.DependsOn), copy.Status, copy.Agent, copy.Estimate!.ByAgent["a"], copy.Join, copy.Conditions["scan"], copy.Conditions["build"]),
            Is.EqualTo(("deploy", "ship", "build scan", TaskNodeStatus.InProgress, "shipper", 1.25.Seconds(), JoinRule.Quorum(2), Full.Conditions["scan"], Full.Conditions["build"])));
        Assert.That(copy.Attributes, Is.EquivalentTo(Full.Attributes));
        Assert.That(copy.Execution! with { Retry = null }, Is.EqualTo(Full.Execution! with { Retry = null }));
        Assert.That(copy.Execution.Retry! with { NonRetryable = [] }, Is.EqualTo(Full.Execution.Retry! with { NonRetryable = [] }));
    }

    [TestCaseSource(nameof(Options))]
    public void Deserialize_BodyOfTasks_GivesWhatAFileGives(JsonSerializerOptions options)
    {
        const string tasks = """[{"id":"a","type":"x","attributes":{"cores":4}},{"id":"b","type":"y","dependsOn":["a"],"estimate":2.5,"status":"failed"}]""";
        var read = JsonSerializer.Deserialize<TaskNode[]>(tasks, options)!;
        var file = GraphFile.Parse($$"""{"tasks":{{tasks}}}""");
        Assert.That(JsonSerializer.Serialize(read, options), Is.EqualTo(JsonSerializer.Serialize(new[] { file[0], file[1] }, options)));
        Assert.That(TaskGraph.Create(read).EdgeCount, Is.EqualTo(1));
    }

    [Test]
    public void Deserialize_TaskWithoutMembers_HasTheirDefaults()
    {
        var task = JsonSerializer.Deserialize<TaskNode>("""{"id":"a"}""")!;
        Assert.That((task.Type, task.DependsOn.Count, task.Attributes.Count, task.Conditions.Count, task.Estimate, task.Join), Is.EqualTo(("", 0, 0, 0, (TaskEstimate?)null, JoinRule.AllSucceeded)));
    }

    [TestCase("""{"id":"a","colour":1}""", "colour")]
    [TestCase("""{"type":"x"}""", "id")]
    [TestCase("""{"id":"a","attributes":{"n":1e400}}""", "'n'")]
    [TestCase("""{"id":"a","status":"late"}""", "late")]
    [TestCase("""{"id":"a","estimate":-1}""", "from 0 to 1000000000 seconds")]
    [TestCase("7", "object")]
    public void Deserialize_FaultyTask_SaysWhatIsWrong(string json, string says) =>
        Assert.That(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskNode>(json))!.Message, Does.Contain(says));

    [Test]
    public void Deserialize_TaskWithTwoFaults_NamesBoth() =>
        Assert.That(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskNode>("""{"id":"a","status":"late","estimate":-1}"""))!.Message, Does.Contain("late").And.Contain("from 0 to 1000000000 seconds"));

    [TestCase("\"linux\"")]
    [TestCase("true")]
    [TestCase("1.5")]
    [TestCase("1000000000000000")]
    [TestCase("9007199254740993")]
    [TestCase("-9223372036854775808")]
    [TestCase("null")]
    public void Serialize_ValueThatWasRead_IsWrittenAsItWas(string json) =>
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<AttributeValue>(json)), Is.EqualTo(json));

    [TestCase("1e400")]
    [TestCase("18446744073709551616")]
    [TestCase("[1]")]
    public void Deserialize_ValueThatCannotBeHeld_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AttributeValue>(json));

    [TestCase("2.5")]
    [TestCase("""{"a":1,"b":2.5}""")]
    public void Serialize_EstimateThatWasRead_IsWrittenAsItWas(string json) =>
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<TaskEstimate>(json)), Is.EqualTo(json));

    [TestCase("{}")]
    [TestCase("\"x\"")]
    [TestCase("-1")]
    public void Deserialize_FaultyEstimate_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskEstimate>(json));

    [TestCase("\"allSucceeded\"")]
    [TestCase("\"allDone\"")]
    [TestCase("""{"quorum":3}""")]
    public void Serialize_JoinRuleThatWasRead_IsWrittenAsItWas(string json) => Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<JoinRule>(json)), Is.EqualTo(json));

    [Test]
    public void Deserialize_ConditionThatWasSerialized_MeansTheSame()
    {
        var inputs = from rules in RandomRules.RuleSets(10) from tasks in RandomRules.Tasks.ArrayOf(10) select (rules, tasks);
        Check.ForAll(inputs, 100, input =>
        {
            foreach (var rule in input.rules)
            {
                var copy = JsonSerializer.Deserialize<RoutingRule>(JsonSerializer.Serialize(rule, TaskContext.Default.RoutingRule), TaskContext.Default.RoutingRule)!;
                var witness = input.tasks.FirstOrDefault(task => ValueTest.Holds(rule.When, name => task.GetValueOrDefault(name)) != ValueTest.Holds(copy.When, name => task.GetValueOrDefault(name)));
                if (witness is not null || (copy with { When = rule.When }) != rule) return $"{rule} came back as {copy}";
            }

            return null;
        });
    }

    [Test]
    public void Deserialize_FaultyCondition_SaysWhatIsWrong() =>
        Assert.That(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Condition>("""{"cores":{"atLeast":8}}"""))!.Message, Does.Contain("atLeast"));

    [TestCase(TaskNodeStatus.InProgress, "\"inProgress\"")]
    [TestCase(EdgeOutcome.Ended, "\"ended\"")]
    [TestCase(JoinKind.AllDone, "\"allDone\"")]
    [TestCase(DecisionReason.NoMatch, "\"noMatch\"")]
    [TestCase(ConsiderationOutcome.ConditionFailed, "\"conditionFailed\"")]
    [TestCase(CapacityMode.WholeGraph, "\"wholeGraph\"")]
    [TestCase(AttributeKind.Boolean, "\"boolean\"")]
    public void Serialize_Enum_IsItsNameInFiles(object value, string json)
    {
        Assert.That(JsonSerializer.Serialize(value), Is.EqualTo(json));
        Assert.That(JsonSerializer.Deserialize(json, value.GetType()), Is.EqualTo(value));
    }

    [Test]
    public void Serialize_DecisionsOfARoute_TellTheRuleAndTheReason()
    {
        var router = new HaloRouter(RuleSet.Create(new RoutingRule("r", When.Type("x"), "a")), AgentRegistry.Create(new Agent("a")));
        var json = JsonSerializer.Serialize(router.Route(JsonSerializer.Deserialize<TaskNode[]>("""[{"id":"t","type":"x"}]""")!).Decisions, JsonSerializerOptions.Web);
        Assert.That(json, Does.Contain("\"task\":\"t\",\"agent\":\"a\",\"reason\":\"rule\"").And.Contain("\"when\":{\"type\":\"x\"}"));
    }
}

/// <summary>The same without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskNode))]
[JsonSerializable(typeof(TaskNode[]))]
[JsonSerializable(typeof(RoutingRule))]
internal sealed partial class TaskContext : JsonSerializerContext;
