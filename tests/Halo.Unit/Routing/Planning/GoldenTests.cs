using System.Text.Json;

namespace Halo.Unit.Routing.Planning;

/// <summary>The recorded routing results: order, assignments, rule ids, unassigned tasks and workload must all be equal.</summary>
[TestFixture, Category("RealData")]
public sealed class GoldenTests
{
    [TestCaseSource(nameof(CaseNames))]
    public void Route_GoldenCase_OrderIsEqual(string name)
    {
        var (plan, expected) = Route(name);
        Assert.That(plan.Graph.Order.ToArray().Select(plan.Graph.IdOf), Is.EqualTo(Strings(expected.GetProperty("order"))));
    }

    [TestCaseSource(nameof(CaseNames))]
    public void Route_GoldenCase_AssignmentsAreEqual(string name)
    {
        var (plan, expected) = Route(name);
        Assert.That(
            plan.Assignments.Select(decision => (decision.Task, decision.Agent, decision.Rule?.Id)),
            Is.EqualTo(expected.GetProperty("assigned").EnumerateArray().Select(row => (row[0].GetString(), row[1].GetString(), row[2].GetString()))));
    }

    [TestCaseSource(nameof(CaseNames))]
    public void Route_GoldenCase_UnassignedAreEqual(string name)
    {
        var (plan, expected) = Route(name);
        Assert.That(plan.Unassigned.Select(decision => decision.Task), Is.EqualTo(Strings(expected.GetProperty("unassigned"))));
    }

    [TestCaseSource(nameof(CaseNames))]
    public void Route_GoldenCase_WorkloadIsEqual(string name)
    {
        var (plan, expected) = Route(name);
        var workload = expected.GetProperty("workload").EnumerateObject().Where(entry => entry.Value.GetInt32() > 0).ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32());
        Assert.That(plan.Workload(), Is.EquivalentTo(workload));
    }

    [Test]
    public void Cases_InFolder_AreSeventeen() => Assert.That(Directory.GetFiles(RealData.Folder("golden"), "case-*.json"), Has.Length.EqualTo(17));

    // Without the folder there is one case, which is then reported as ignored.
    private static string[] CaseNames()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("HALO_REAL_DATA") ?? Path.Combine(Repository.Root, "..", "shared"), "golden");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "case-*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
            : ["(no data)"];
    }

    private static (RoutingPlan Plan, JsonElement Expected) Route(string name)
    {
        var folder = RealData.Folder("golden");
        var defaults = Read(Path.Combine(folder, "default.json"));
        var problem = Read(Path.Combine(folder, $"{name}.json"));
        var input = problem.GetProperty("input");

        var agents = AgentRegistry.Create((Find(input, "agents") ?? defaults.GetProperty("agents")).EnumerateArray().Select(ToAgent));
        var rules = defaults.GetProperty("rules").EnumerateArray().Concat(Find(input, "rules")?.EnumerateArray() ?? [])
            .Where(rule => agents.IndexOf(rule.GetProperty("agent").GetString()!) >= 0 && rule.GetProperty("condition").TryGetProperty("task_type", out _))
            .Select(ToRule);
        var tasks = input.GetProperty("tasks").EnumerateArray().Select(ToTask).ToDictionary(task => task.Id);
        var graph = TaskGraph.Create(
            tasks.Values, input.GetProperty("edges").EnumerateArray(), edge => tasks[edge[0].GetString()!], edge => tasks[edge[1].GetString()!]);
        var available = Find(input, "available") is { } list ? Strings(list).ToArray() : null;
        var router = new HaloRouter(RuleSet.Create(rules), agents);
        return (router.Route(graph, new RouteOptions { Capacity = CapacityMode.WholeGraph, Available = available }), problem.GetProperty("expect"));
    }

    private static Agent ToAgent(JsonElement agent) => new(agent.GetProperty("name").GetString()!)
    {
        Types = [.. Strings(agent.GetProperty("types"))],
        Skills = [.. Strings(agent.GetProperty("skills"))],
        SuccessRate = agent.GetProperty("success_rate").GetDouble(),
        MaxConcurrentTasks = agent.GetProperty("capacity").GetInt32(),
    };

    private static RoutingRule ToRule(JsonElement rule) => new(
        rule.GetProperty("id").GetString()!,
        When.All([.. rule.GetProperty("condition").EnumerateObject().Select(test => When.Attribute(test.Name == "task_type" ? "type" : test.Name).Is(ToValue(test.Value)))]),
        rule.GetProperty("agent").GetString()!,
        rule.GetProperty("priority").GetInt32());

    private static TaskNode ToTask(JsonElement task) => new(task[0].GetString()!, task[1].GetString()!)
    {
        Status = task[2].GetString() switch
        {
            "pending" => TaskNodeStatus.Pending,
            "in_progress" => TaskNodeStatus.InProgress,
            "completed" => TaskNodeStatus.Completed,
            "failed" => TaskNodeStatus.Failed,
            var other => throw new InvalidOperationException($"Unknown status {other}."),
        },
        Attributes = task[3].EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => ToValue(attribute.Value)),
    };

    private static AttributeValue ToValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => default,
        _ => throw new InvalidOperationException($"Unexpected value {value}."),
    };

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);
}
