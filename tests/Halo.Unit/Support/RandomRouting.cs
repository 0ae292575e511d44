namespace Halo.Unit;

/// <summary>One random routing problem: small enough that rules, capacities and ties meet all the time.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Agents">The agents.</param>
/// <param name="Options">How to route.</param>
internal sealed record RandomRouting(TaskNode[] Tasks, RoutingRule[] Rules, Agent[] Agents, RouteOptions Options)
{
    private static readonly string[] Types = ["build", "test", "ship", "audit"];
    private static readonly string[] Systems = ["linux", "linux-arm", "macos", "windows"];

    /// <summary>The problem of a seed: equal seeds give equal problems.</summary>
    public static RandomRouting FromSeed(int seed, CapacityMode capacity)
    {
        var random = new Random(seed);
        var agents = Enumerable.Range(0, random.Next(1, 6)).Select(i => RandomAgent(random, i)).ToArray();
        var rules = Enumerable.Range(0, random.Next(0, 12)).Select(i => RandomRule(random, i, agents)).ToArray();
        var tasks = new TaskNode[random.Next(0, 30)];
        var shuffle = Enumerable.Range(0, tasks.Length).ToArray();
        random.Shuffle(shuffle);
        for (var i = 0; i < tasks.Length; i++) tasks[i] = RandomTask(random, i, shuffle, agents);
        return new RandomRouting(tasks, rules, agents, new RouteOptions { Capacity = capacity, Available = RandomAvailable(random, agents) });
    }

    public static Condition RandomCondition(Random random, int depth = 2) => random.Next(depth > 0 ? 13 : 9) switch
    {
        0 or 1 => When.Type(Pick(random, Types)),
        2 => When.Attribute("os").Is(Pick(random, Systems)),
        3 => When.Attribute("os").In([.. Systems.Where(_ => random.Next(2) == 0).Append("linux").Select(AttributeValue.Of)]),
        4 => When.Attribute("cores").AtLeast(random.Next(0, 9)),
        5 => When.Attribute("cores").Between(random.Next(0, 4), random.Next(4, 9)),
        6 => When.Attribute("os").StartsWith("linux"),
        7 => When.Attribute("urgent").Is(random.Next(2) == 0),
        8 => When.Attribute(Pick(random, ["os", "cores", "urgent"])).Exists(),
        9 => RandomCondition(random, depth - 1) & RandomCondition(random, depth - 1),
        10 => RandomCondition(random, depth - 1) | RandomCondition(random, depth - 1),
        11 => !RandomCondition(random, depth - 1),
        _ => When.Attribute("os").Like("l*x*"),
    };

    /// <summary>The attributes of a task as a matcher takes them, its type among them.</summary>
    public static Dictionary<string, AttributeValue> RandomAttributes(Random random)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        if (random.Next(10) > 0) attributes["type"] = Pick(random, Types);
        if (random.Next(4) > 0) attributes["os"] = Pick(random, Systems);
        if (random.Next(4) > 0) attributes["cores"] = random.Next(0, 9);
        if (random.Next(3) == 0) attributes["urgent"] = random.Next(2) == 0;
        if (random.Next(6) == 0) attributes["owner"] = default;
        return attributes;
    }

    private static Agent RandomAgent(Random random, int i) => new($"agent{i}")
    {
        Types = [.. Types.Where(_ => random.Next(3) == 0)],
        MaxConcurrentTasks = random.Next(1, 4),
        SuccessRate = random.Next(1, 4) / 4.0,
    };

    private static RoutingRule RandomRule(Random random, int i, Agent[] agents) =>
        new($"rule{i}", RandomCondition(random), Pick(random, agents).Name, random.Next(-1, 2));

    private static TaskNode RandomTask(Random random, int i, int[] shuffle, Agent[] agents)
    {
        var attributes = RandomAttributes(random);
        attributes.Remove("type");

        // Edges run from a lower to a higher place of a random order, so that inputs come in any order yet without a cycle.
        var parents = Enumerable.Range(0, shuffle.Length).Where(j => shuffle[j] < shuffle[i] && random.Next(6) == 0).Select(j => $"t{j}").ToList();
        if (parents.Count > 0 && random.Next(5) == 0) parents.Add(parents[0]);
        var status = random.Next(8) switch { 0 => TaskNodeStatus.Completed, 1 => TaskNodeStatus.InProgress, 2 => TaskNodeStatus.Failed, _ => TaskNodeStatus.Pending };
        return new TaskNode($"t{i}", random.Next(10) == 0 ? "" : Pick(random, Types))
        {
            DependsOn = parents,
            Attributes = attributes,
            Status = status,
            Agent = status == TaskNodeStatus.InProgress && random.Next(3) > 0 ? Pick(random, agents).Name : null,
        };
    }

    private static string[]? RandomAvailable(Random random, Agent[] agents) => random.Next(6) switch
    {
        0 => [],
        1 or 2 => [.. agents.Where(_ => random.Next(3) > 0).Select(agent => agent.Name)],
        _ => null,
    };

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
