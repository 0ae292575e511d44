using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Scheduling;

/// <summary>Tasks of which every agent has an open circuit wait until one may close.</summary>
[TestFixture, Category("Unit")]
public sealed class CircuitWaitTests
{
    private static readonly CircuitBreakerSettings Breaker = new() { FailureRatio = 1, MinimumAttempts = 2, BreakDuration = TimeSpan.FromSeconds(0.5) };

    [Test]
    public async Task Run_CircuitOpenAtTheOnlyAgent_WaitsAndDoesTheRest()
    {
        var plan = Plan([Agent("a") with { CircuitBreaker = Breaker }], [.. Enumerable.Range(0, 40).Select(i => Task($"{i}"))]);
        var report = await Run(plan, FailingFirst(2));
        Assert.That((report.Failed, report.Succeeded), Is.EqualTo((2, 38)), "Only those fail that the agent could not do.");
    }

    [Test]
    public async Task Run_CircuitsOpenAtAllAgents_WaitForTheFirst()
    {
        var slow = Breaker with { BreakDuration = TimeSpan.FromHours(1) };
        var plan = Plan([new Agent("a") { Types = ["a"], SuccessRate = 0.9, CircuitBreaker = slow }, new Agent("b") { Types = ["a"], CircuitBreaker = Breaker }], [.. Enumerable.Range(0, 5).Select(i => Task($"{i}"))]);
        var calls = 0;
        var handlers = new TaskHandlers();
        foreach (var agent in plan.Agents) handlers.Handle(agent.Name, (_, _, _) => ++calls <= 4 ? throw new InvalidOperationException() : ValueTask.CompletedTask);
        var report = await Run(plan, handlers, new RunOptions { MaxConcurrentTasks = 1 });
        Assert.That(report.Tasks.Where(task => task.Outcome == TaskOutcome.Succeeded).Select(task => task.Agent), Is.EqualTo(new[] { "b", "b", "b" }));
    }

    [Test]
    public async Task Run_TaskThatOpensTheCircuitItself_StillEnds()
    {
        var settings = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 3, Delay = TimeSpan.Zero } };
        var plan = Plan([Agent("a") with { CircuitBreaker = Breaker, Execution = settings }], Task("t"));
        var report = await Run(plan, FailingFirst(int.MaxValue));
        Assert.That((report["t"].Outcome, report["t"].Attempts), Is.EqualTo((TaskOutcome.Failed, 3)));
    }

    [Test]
    public async Task Run_WaitLongerThanAllowed_FailsAtOnce()
    {
        var plan = Plan([Agent("a") with { CircuitBreaker = Breaker with { BreakDuration = TimeSpan.FromHours(1) } }], Task("1"), Task("2"), Task("3"));
        var report = await Run(plan, FailingFirst(2), new RunOptions { MaxCircuitWait = TimeSpan.FromMinutes(1) });
        Assert.That(report.Tasks.Select(task => (task.Reason, task.Attempts)), Is.EqualTo(new[] { (OutcomeReason.HandlerFailed, 1), (OutcomeReason.HandlerFailed, 1), (OutcomeReason.CircuitOpen, 0) }));
    }

    [Test]
    public async Task Run_CancelledWhileATaskWaitsForACircuit_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var plan = Plan([Agent("a") with { CircuitBreaker = Breaker with { BreakDuration = TimeSpan.FromHours(1) } }], Task("1"), Task("2"), Task("3"));
        var running = new PlanExecutor().Begin(plan, FailingFirst(2), cancellationToken: cancel.Token);
        await foreach (var happened in running.Events)
        {
            if (happened is { Kind: RunEventKind.Paused, Reason: OutcomeReason.CircuitOpen }) cancel.Cancel();
        }

        Assert.That((await running.Report)["3"].Outcome, Is.EqualTo(TaskOutcome.NotRun));
    }

    private static TaskHandlers FailingFirst(int failures)
    {
        var calls = 0;
        return new TaskHandlers().Handle("a", (_, _, _) => ++calls <= failures ? throw new InvalidOperationException() : ValueTask.CompletedTask);
    }
}
