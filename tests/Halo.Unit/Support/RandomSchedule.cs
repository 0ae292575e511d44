namespace Halo.Unit;

/// <summary>One random scheduling problem: a routing problem whose tasks take time and whose agents have speeds and costs.</summary>
/// <param name="Routing">Tasks, rules, agents and how to route.</param>
/// <param name="Options">How to schedule.</param>
internal sealed record RandomSchedule(RandomRouting Routing, ScheduleOptions Options)
{
    /// <summary>The problem of a seed: equal seeds give equal problems.</summary>
    public static RandomSchedule FromSeed(int seed, CapacityMode capacity, AgentSelection selection)
    {
        var random = new Random(seed);
        var routing = RandomRouting.FromSeed(seed, capacity);
        var agents = routing.Agents.Select(agent => agent with { Speed = random.Next(1, 5) / 2.0, Cost = random.Next(0, 4) }).ToArray();
        var tasks = routing.Tasks.Select(task => task with { Estimate = RandomEstimate(random, agents) }).ToArray();
        var selects = selection != AgentSelection.FirstRule;
        var priority = (SchedulePriority)random.Next(4);
        return new RandomSchedule(routing with { Tasks = tasks, Agents = agents }, new ScheduleOptions
        {
            Selection = selection,
            Priority = priority,
            PriorityAttribute = priority == SchedulePriority.Attribute ? "cores" : null,
            DefaultEstimate = random.Next(0, 5).Seconds(),
            MinSuccessRate = selects && random.Next(4) == 0 ? 0.5 : 0,
            Deadline = selection == AgentSelection.Cheapest && random.Next(2) == 0 ? random.Next(0, 40).Seconds() : null,
        });
    }

    public RoutingPlan Plan() => new HaloRouter(RuleSet.Create(Routing.Rules), AgentRegistry.Create(Routing.Agents)).Route(Routing.Tasks, Routing.Options);

    public Schedule Schedule() => Scheduler.Schedule(Plan(), Options);

    private static TaskEstimate? RandomEstimate(Random random, Agent[] agents)
    {
        switch (random.Next(8))
        {
            case 0: return null;
            case 1: return TimeSpan.Zero;
            case 2 or 3:
                var some = agents.Where(_ => random.Next(4) > 0).ToDictionary(agent => agent.Name, _ => (double)random.Next(0, 10));
                return some.Count == 0 ? null : TaskEstimate.FromSeconds(some);
            default: return random.Next(1, 10).Seconds();
        }
    }
}
