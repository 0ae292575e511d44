using System.Text.RegularExpressions;

namespace Halo.Unit;

/// <summary>
/// Routing as the documentation words it: dictionaries, lists and a scan of every rule. It shares nothing with the router
/// but the descriptions of tasks, rules and agents.
/// </summary>
internal sealed class OracleRouter(RandomRouting problem)
{
    private readonly Dictionary<string, TaskNode> _tasks = problem.Tasks.ToDictionary(task => task.Id);
    private readonly Dictionary<string, int> _assigned = problem.Agents.ToDictionary(agent => agent.Name, _ => 0);
    private readonly Dictionary<string, int> _used = problem.Agents.ToDictionary(agent => agent.Name, _ => 0);
    private readonly RoutingRule[] _rules = [.. problem.Rules.OrderByDescending(rule => rule.Priority)];

    private bool PerWave => problem.Options.Capacity == CapacityMode.Concurrent;

    public List<TaskDecision> Route()
    {
        var order = Order();
        var held = problem.Tasks.Where(task => task.Status == TaskNodeStatus.InProgress && task.Agent is not null).ToList();
        if (!PerWave) held.ForEach(task => Take(task.Agent!));
        var decisions = new List<TaskDecision>();
        foreach (var wave in order.GroupBy(Depth))
        {
            if (PerWave)
            {
                foreach (var agent in problem.Agents) _used[agent.Name] = 0;
                held.Where(wave.Contains).ToList().ForEach(task => Take(task.Agent!));
            }

            decisions.AddRange(wave.Select(Decide));
        }

        return decisions;
    }

    public List<TaskNode> Order()
    {
        var queue = new Queue<TaskNode>(problem.Tasks.Where(task => task.DependsOn.Count == 0));
        var order = new List<TaskNode>();
        while (queue.TryDequeue(out var done))
        {
            order.Add(done);
            foreach (var next in problem.Tasks.Where(task => task.DependsOn.Contains(done.Id)))
            {
                if (next.DependsOn.All(id => order.Any(task => task.Id == id))) queue.Enqueue(next);
            }
        }

        return order;
    }

    public int Depth(TaskNode task) => task.DependsOn.Count == 0 ? 0 : 1 + task.DependsOn.Max(id => Depth(_tasks[id]));

    private TaskDecision Decide(TaskNode task)
    {
        if (task.Status == TaskNodeStatus.Completed) return new TaskDecision(task.Id, null, DecisionReason.Completed, null, false);
        if (task is { Status: TaskNodeStatus.InProgress, Agent: { } holder }) return new TaskDecision(task.Id, holder, DecisionReason.InProgress, null, false);

        var rules = _rules.Where(rule => Matches(rule.When, task)).ToList();
        var capable = problem.Agents.Where(agent => agent.Types.Contains(task.Type)).ToList();
        foreach (var needsRoom in new[] { true, false })
        {
            bool Open(Agent agent) => IsAvailable(agent) && (!needsRoom || _used[agent.Name] < agent.MaxConcurrentTasks);
            if (!needsRoom && !PerWave) break;
            if (rules.FirstOrDefault(rule => Open(AgentOf(rule))) is { } winner) return Give(task, winner.Agent, DecisionReason.Rule, winner, !needsRoom);
            var best = capable.Where(Open).OrderByDescending(agent => agent.SuccessRate).ThenBy(agent => _assigned[agent.Name]).FirstOrDefault();
            if (best is not null) return Give(task, best.Name, DecisionReason.Capability, null, !needsRoom);
        }

        var anybody = rules.Select(AgentOf).Concat(capable).ToList();
        var reason = anybody.Count == 0 ? DecisionReason.NoMatch : anybody.Any(IsAvailable) ? DecisionReason.NoCapacity : DecisionReason.AgentUnavailable;
        return new TaskDecision(task.Id, null, reason, null, false);
    }

    private TaskDecision Give(TaskNode task, string agent, DecisionReason reason, RoutingRule? rule, bool waits)
    {
        Take(agent);
        return new TaskDecision(task.Id, agent, reason, rule, waits);
    }

    private void Take(string agent)
    {
        _assigned[agent]++;
        _used[agent]++;
    }

    private Agent AgentOf(RoutingRule rule) => problem.Agents.Single(agent => agent.Name == rule.Agent);

    private bool IsAvailable(Agent agent) => problem.Options.Available is not { } available || available.Contains(agent.Name);

    public static bool Matches(Condition condition, TaskNode task) => condition switch
    {
        AllCondition all => all.Parts.All(part => Matches(part, task)),
        AnyCondition any => any.Parts.Any(part => Matches(part, task)),
        NotCondition not => !Matches(not.Part, task),
        AttributeCondition test => ValueOf(task, test.Attribute) is { } value && Passes(test, value),
        _ => throw new InvalidOperationException(),
    };

    private static object? ValueOf(TaskNode task, string attribute)
    {
        if (attribute == "type") return task.Type.Length == 0 ? null : task.Type;
        return task.Attributes.TryGetValue(attribute, out var value) ? Plain(value) : null;
    }

    private static object? Plain(AttributeValue value) => value.Kind switch
    {
        AttributeKind.String => value.ToString(),
        AttributeKind.Number => double.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture),
        AttributeKind.Boolean => value.ToString() == "true",
        _ => null,
    };

    private static bool Passes(AttributeCondition test, object value) => test switch
    {
        ExistsCondition => true,
        EqualsCondition equals => value.Equals(Plain(equals.Value)),
        InCondition @in => @in.Values.Any(candidate => value.Equals(Plain(candidate))),
        RangeCondition range => value is double number
            && (range.MinimumInclusive ? number >= range.Minimum : number > range.Minimum)
            && (range.MaximumInclusive ? number <= range.Maximum : number < range.Maximum),
        PrefixCondition prefix => value is string text && text.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        SuffixCondition suffix => value is string text && text.EndsWith(suffix.Suffix, StringComparison.Ordinal),
        GlobCondition glob => value is string text && Regex.IsMatch(text, $"^{Regex.Escape(glob.Pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$"),
        _ => throw new InvalidOperationException(),
    };
}
