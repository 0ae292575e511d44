namespace Halo.Performance;

/// <summary>
/// The same job as a competent team writes it in an afternoon: dictionaries by id, a queue, a sorted list of rules
/// scanned in order, LINQ for the agents. It gives the same plan; it is the bar that compiled routing has to clear.
/// </summary>
internal sealed class NaiveRouter
{
    private readonly List<RoutingRule> _rules = [.. Workload.Rules.OrderByDescending(rule => rule.Priority)];
    private readonly Dictionary<string, Agent> _agents = Workload.Agents.ToDictionary(agent => agent.Name);

    public List<(string Task, string? Agent)> Route(TaskNode[] tasks)
    {
        var byId = tasks.ToDictionary(task => task.Id);
        var waiting = tasks.ToDictionary(task => task.Id, task => task.DependsOn.Count);
        var depth = new Dictionary<string, int>();
        var dependants = tasks.ToDictionary(task => task.Id, _ => new List<string>());
        foreach (var task in tasks)
        {
            foreach (var id in task.DependsOn) dependants[id].Add(task.Id);
        }

        var order = new List<TaskNode>();
        var queue = new Queue<TaskNode>(tasks.Where(task => task.DependsOn.Count == 0));
        while (queue.TryDequeue(out var task))
        {
            order.Add(task);
            depth[task.Id] = task.DependsOn.Count == 0 ? 0 : 1 + task.DependsOn.Max(id => depth[id]);
            foreach (var next in dependants[task.Id])
            {
                if (--waiting[next] == 0) queue.Enqueue(byId[next]);
            }
        }

        var assigned = _agents.Keys.ToDictionary(name => name, _ => 0);
        var plan = new List<(string, string?)>();
        foreach (var wave in order.GroupBy(task => depth[task.Id]))
        {
            var used = _agents.Keys.ToDictionary(name => name, _ => 0);
            foreach (var task in wave)
            {
                var agent = Choose(task, assigned, name => used[name] < _agents[name].MaxConcurrentTasks) ?? Choose(task, assigned, _ => true);
                plan.Add((task.Id, agent));
                if (agent is null) continue;
                assigned[agent]++;
                used[agent]++;
            }
        }

        return plan;
    }

    private string? Choose(TaskNode task, Dictionary<string, int> assigned, Func<string, bool> hasRoom)
    {
        var rule = _rules.FirstOrDefault(rule => Matches(rule.When, task) && hasRoom(rule.Agent));
        if (rule is not null) return rule.Agent;
        return _agents.Values
            .Where(agent => agent.Types.Contains(task.Type) && hasRoom(agent.Name))
            .OrderByDescending(agent => agent.SuccessRate)
            .ThenBy(agent => assigned[agent.Name])
            .FirstOrDefault()?.Name;
    }

    private static bool Matches(Condition condition, TaskNode task) => condition switch
    {
        AllCondition all => all.Parts.All(part => Matches(part, task)),
        EqualsCondition { Attribute: "type" } type => type.Value == task.Type,
        EqualsCondition equals => task.Attributes.TryGetValue(equals.Attribute, out var value) && value == equals.Value,
        RangeCondition range => task.Attributes.TryGetValue(range.Attribute, out var value) && value.TryGetNumber(out var number) && range.Contains(number),
        _ => throw new InvalidOperationException("The workload has only equalities and ranges."),
    };
}
