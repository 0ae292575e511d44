using Halo.Execution;

namespace Halo.Unit.Execution.FaultInjection;

/// <summary>What a handler does in one attempt.</summary>
internal enum Behaviour
{
    Answer,
    AnswerLater,
    AnswerBehindTheTimeout,
    Fail,
    FailForGood,
    Hang,
}

/// <summary>A random plan with join rules, conditions and settings, and what each attempt of each task at each agent does.</summary>
/// <param name="Seed">Where all of it comes from.</param>
/// <param name="Routing">The routing problem.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Options">How to run it.</param>
internal sealed record FaultyPlan(int Seed, RandomRouting Routing, RoutingPlan Plan, RunOptions Options)
{
    public const string FinalKind = "final";

    private static readonly Behaviour[] Behaviours =
        [Behaviour.Answer, Behaviour.Answer, Behaviour.Answer, Behaviour.AnswerLater, Behaviour.AnswerBehindTheTimeout, Behaviour.Fail, Behaviour.Fail, Behaviour.FailForGood, Behaviour.Hang];

    public static FaultyPlan FromSeed(int seed)
    {
        var random = new Random(seed);
        var routing = RandomRouting.FromSeed(seed, CapacityMode.Concurrent);
        routing = routing with { Tasks = [.. routing.Tasks.Select((task, i) => WithRules(task, i, random))] };
        var plan = new HaloRouter(RuleSet.Create(routing.Rules), AgentRegistry.Create(routing.Agents)).Route(routing.Tasks, routing.Options);
        return new FaultyPlan(seed, routing, plan, new RunOptions
        {
            MaxConcurrentTasks = random.Next(3) == 0 ? random.Next(1, 4) : null,
            OnFailure = random.Next(4) switch { 0 => FailurePolicy.StopPlan, 1 => FailurePolicy.Continue, _ => FailurePolicy.SkipDependants },
            RouteAgain = random.Next(4) switch { 0 => RouteAgain.Never, 1 => RouteAgain.Always, _ => RouteAgain.UnlessNonRetryable },
        });
    }

    /// <summary>What an attempt does; the attempts at each agent are counted from 1.</summary>
    public Behaviour BehaviourOf(int task, int agent, int attempt) =>
        Behaviours[new Random(unchecked((Seed * 7919) + (task * 104_729) + (agent * 1_299_709) + (attempt * 15_485_863))).Next(Behaviours.Length)];

    /// <summary>What a task returns when it succeeds.</summary>
    public string ResultOf(int task) => (Seed + task) % 3 == 0 ? "red" : "green";

    /// <summary>No two tasks have the same, so that a test can let the time of one of them run out.</summary>
    public static TimeSpan TimeoutOf(int task) => TimeSpan.FromMilliseconds(1_000 + task);

    private static TaskNode WithRules(TaskNode task, int index, Random random)
    {
        var retry = new RetrySettings { MaxAttempts = random.Next(2, 4), Delay = TimeSpan.Zero, Jitter = false, NonRetryable = [FinalKind] };
        task = task with { Execution = new ExecutionSettings { AttemptTimeout = TimeoutOf(index), Retry = random.Next(2) == 0 ? retry : null } };
        var dependencies = task.DependsOn.Distinct().ToArray();
        if (dependencies.Length == 0) return task;
        var join = random.Next(4) switch
        {
            0 => JoinRule.AllSucceeded,
            1 => JoinRule.AllDone,
            2 => JoinRule.AnySucceeded,
            _ => JoinRule.Quorum(random.Next(1, dependencies.Length + 1)),
        };
        if (join == JoinRule.AllDone) return task with { Join = join };
        return task with { Join = join, Conditions = dependencies.Where(_ => random.Next(3) == 0).ToDictionary(id => id, _ => RandomCondition(random)) };
    }

    private static EdgeCondition RandomCondition(Random random) => new()
    {
        On = (EdgeOutcome)random.Next(3),
        When = random.Next(3) == 0 ? When.Attribute("result").Is("green") : null,
    };
}
