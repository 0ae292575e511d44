namespace Halo.Performance;

/// <summary>The reference workload: sixteen agents, twenty-five rules, tasks with two dependencies and two attributes.</summary>
internal static class Workload
{
    private static readonly string[] Types =
    [
        "design", "architecture", "requirements", "implement", "frontend", "backend", "code", "test", "security", "deploy", "infrastructure", "monitor",
        "marketing", "sales", "support", "analytics", "research", "finance", "api_call", "file_write", "test_run", "generic", "evolution", "improve_agent",
    ];

    public static IReadOnlyList<Agent> Agents { get; } =
    [
        .. Enumerable.Range(0, 16).Select(i => new Agent($"agent_{i}")
        {
            Types = [Types[i], Types[(i + 8) % Types.Length]],
            MaxConcurrentTasks = 10,
            SuccessRate = 0.7 + (i % 8 * 0.01),
        }),
    ];

    /// <summary>Sixteen rules by type, nine that ask for an attribute too; a third of the types have none and go by capability.</summary>
    public static IReadOnlyList<RoutingRule> Rules { get; } =
    [
        .. Types.Take(16).Select((type, i) => new RoutingRule($"rule_{type}", When.Type(type), $"agent_{i}", 10)),
        .. Types.Take(6).Select((type, i) => new RoutingRule($"rule_{type}_linux", When.Type(type) & When.Attribute("os").Is("linux"), $"agent_{15 - i}", 20)),
        .. Types.Skip(6).Take(3).Select((type, i) => new RoutingRule($"rule_{type}_large", When.Type(type) & When.Attribute("cores").AtLeast(8), $"agent_{9 - i}", 30)),
    ];

    public static HaloRouter Router() => new(RuleSet.Create(Rules), AgentRegistry.Create(Agents));

    public static TaskNode[] Tasks(int count, int dependencies = 2) => [.. Enumerable.Range(0, count).Select(i => new TaskNode($"task_{i}", Types[i * 7 % Types.Length])
    {
        DependsOn = [.. Enumerable.Range(1, dependencies).Select(d => i - (d * 3)).Where(parent => parent >= 0).Select(parent => $"task_{parent}")],
        Attributes = new Dictionary<string, AttributeValue> { ["os"] = i % 2 == 0 ? "linux" : "windows", ["cores"] = i % 16 },
    })];

    public static string Json(int count) =>
        $"{{\"tasks\":[{string.Join(",\n", Tasks(count).Select(Json))}]}}";

    private static string Json(TaskNode task) =>
        $"{{\"id\":\"{task.Id}\",\"type\":\"{task.Type}\",\"dependsOn\":[{string.Join(",", task.DependsOn.Select(id => $"\"{id}\""))}],"
        + $"\"attributes\":{{{string.Join(",", task.Attributes.Select(pair => $"\"{pair.Key}\":{(pair.Value.Kind == AttributeKind.String ? $"\"{pair.Value}\"" : pair.Value.ToString())}"))}}}}}";
}
