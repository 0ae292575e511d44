using System.Globalization;
using Halo.Execution;

namespace Halo.Performance;

/// <summary>
/// What it takes until the delivery sample is done, by estimates, success rates and costs of the agents. A task that fails
/// is tried up to three times by its right agent: by hand where nothing else does it.
/// </summary>
/// <param name="Failures">The tasks that failed for whoever watches the run.</param>
/// <param name="Seconds">The time until everything is done.</param>
/// <param name="Cost">What all attempts cost.</param>
internal sealed record DeliveryOutcome(int Failures, double Seconds, double Cost)
{
    private const int MaxAttempts = 3;

    /// <summary>Assignments by keywords without any resilience, in order: task by task, or wave by wave with everything of a wave at one time.</summary>
    public static DeliveryOutcome OfKeywords(Dictionary<string, string> agents, SeededFailures failures, bool inWaves)
    {
        var (failed, spent, cost) = (0, new Dictionary<string, double>(), 0.0);
        foreach (var (task, owner) in DeliveryLabels.AgentOf)
        {
            var agent = agents[task];
            for (var attempt = 1; attempt <= MaxAttempts; attempt++, agent = owner)
            {
                cost += Find(agent).Cost;
                spent[task] = spent.GetValueOrDefault(task) + SecondsOf(task, agent);
                if (failures.Succeeds(task, agent, attempt)) break;
                if (attempt == 1) failed++;
            }
        }

        return new DeliveryOutcome(failed, inWaves ? SecondsInWaves(spent) : spent.Values.Sum(), cost);
    }

    /// <summary>
    /// The plan by rules, run by the executor with retries, a circuit breaker and fallback by routing. Its tasks begin when
    /// they are ready and their agents have room: the time is that of the schedule with every attempt in it.
    /// </summary>
    public static DeliveryOutcome OfRules(SeededFailures failures)
    {
        var (spent, cost) = (new Dictionary<string, double>(), 0.0);
        var handlers = new TaskHandlers();
        foreach (var agent in Delivery.Agents)
        {
            handlers.Handle(agent.Name, (task, context, _) =>
            {
                cost += agent.Cost; // one task at a time: no two handlers at once
                spent[task.Id] = spent.GetValueOrDefault(task.Id) + SecondsOf(task.Id, agent.Name);
                return failures.Succeeds(task.Id, agent.Name, context.Attempt)
                    ? ValueTask.CompletedTask
                    : throw new TaskFailedException("A seeded failure.", DeliveryLabels.AgentOf[task.Id] == agent.Name ? null : "notMine");
            });
        }

        var report = new PlanExecutor().RunAsync(ResilientPlan(), handlers, new RunOptions { MaxConcurrentTasks = 1, OnFailure = FailurePolicy.Continue, RouteAgain = RouteAgain.Always, MaxCircuitWait = TimeSpan.Zero }).GetAwaiter().GetResult();
        var done = Nodes().Select(node => node with { Estimate = TaskEstimate.FromSeconds(spent.GetValueOrDefault(node.Id)) });
        return new DeliveryOutcome(report.Failed, Scheduler.Schedule(Delivery.Router.Route(done)).Makespan.TotalSeconds, cost);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Failures} failures, {Seconds / 3600:0.0} h, cost {Cost:0.0}");

    // An agent that says that a task is not its own is not asked again; three failures of three open a circuit for the rest of the run.
    private static RoutingPlan ResilientPlan()
    {
        var settings = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = MaxAttempts, Delay = TimeSpan.Zero, Jitter = false, NonRetryable = ["notMine"] } };
        var breaker = new CircuitBreakerSettings { FailureRatio = 1, MinimumAttempts = MaxAttempts, SamplingDuration = TimeSpan.FromDays(1), BreakDuration = TimeSpan.FromDays(1) };
        var agents = AgentRegistry.Create(Delivery.Agents.Select(agent => agent with { Execution = settings, CircuitBreaker = breaker }));
        return new HaloRouter(Delivery.Router.Rules, agents).Route(Delivery.Graph);
    }

    // Without regard to capacity, which can only make it longer.
    private static double SecondsInWaves(Dictionary<string, double> spent)
    {
        var seconds = 0.0;
        for (var wave = 0; wave < Delivery.Graph.WaveCount; wave++)
        {
            var longest = 0.0;
            foreach (var task in Delivery.Graph.Wave(wave)) longest = Math.Max(longest, spent.GetValueOrDefault(Delivery.Graph.IdOf(task)));
            seconds += longest;
        }

        return seconds;
    }

    private static IEnumerable<TaskNode> Nodes() => Enumerable.Range(0, Delivery.Graph.Count).Select(task => Delivery.Graph[task]);

    private static double SecondsOf(string task, string agent)
    {
        Delivery.Graph.TryGetIndex(task, out var index);
        if (Delivery.Graph.EstimateOf(index) is not { } estimate) return 0;
        var seconds = Delivery.Graph.SecondsOf(index, agent, Find(agent).Speed);
        return double.IsNaN(seconds) ? estimate.ByAgent.Values.Average(time => time.TotalSeconds) : seconds;
    }

    private static Agent Find(string agent) => Delivery.Agents[Delivery.Agents.IndexOf(agent)];
}
