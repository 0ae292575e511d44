using Halo.Execution;
using Polly;
using Polly.Retry;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Resilience;

/// <summary>Attempts, timeouts and circuit breakers at one agent.</summary>
[TestFixture, Category("Unit")]
public sealed class ResilienceTests
{
    private static readonly RetrySettings AtOnce = new() { MaxAttempts = 3, Delay = TimeSpan.Zero, Jitter = false };

    [TestCase(2, TaskOutcome.Succeeded, 3)]
    [TestCase(3, TaskOutcome.Failed, 3)]
    public async Task Run_Retry_TriesAsOftenAsItMay(int failures, TaskOutcome outcome, int attempts)
    {
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = AtOnce } });
        var task = (await Run(plan, FailingFirst(failures, () => new InvalidOperationException())))["t"];
        Assert.That((task.Outcome, task.Attempts), Is.EqualTo((outcome, attempts)));
    }

    [TestCase("input", 1)]
    [TestCase("TaskFailedException", 1)]
    [TestCase("Exception", 1)]
    [TestCase("ArgumentException", 2)]
    public async Task Run_FailureThatIsNotRetried_IsTriedOnce(string kind, int attempts)
    {
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = AtOnce with { NonRetryable = [kind] } } });
        var report = await Run(plan, FailingFirst(1, () => new TaskFailedException("No.", "input")));
        Assert.That(report["t"].Attempts, Is.EqualTo(attempts));
    }

    [Test]
    public async Task Run_RetryPauses_AreDoubledAndCapped()
    {
        var time = new ManualTime();
        var retry = new RetrySettings { MaxAttempts = 4, Delay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(3), Jitter = false };
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = retry } });
        var running = Run(plan, FailingFirst(3, () => new InvalidOperationException()), time: time);
        foreach (var seconds in new[] { 1, 2, 3 }) time.Elapse(TimeSpan.FromSeconds(seconds));
        Assert.That((await running)["t"].Outcome, Is.EqualTo(TaskOutcome.Succeeded));
    }

    [Test]
    public async Task Run_JitterSeed_RepeatsThePauses()
    {
        var (first, second, other) = (await PausesOf(7), await PausesOf(7), await PausesOf(8));
        Assert.Multiple(() =>
        {
            Assert.That(first, Has.Count.EqualTo(3));
            Assert.That(second, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Run_HangingHandler_TimesOut(bool perAttempt)
    {
        var (time, limit) = (new ManualTime(), TimeSpan.FromSeconds(7));
        var settings = perAttempt ? new ExecutionSettings { AttemptTimeout = limit } : new ExecutionSettings { TotalTimeout = limit };
        var report = await Run(Plan(Task("t") with { Execution = settings }), Hanging(() => time.Elapse(limit)), time: time);
        Assert.That((report["t"].Outcome, report["t"].Reason), Is.EqualTo((TaskOutcome.Failed, OutcomeReason.TimedOut)));
    }

    [Test]
    public async Task Run_AnswerAfterItsTimeout_Counts()
    {
        var (time, limit) = (new ManualTime(), TimeSpan.FromSeconds(7));
        var report = await Run(Plan(Task("t") with { Execution = new ExecutionSettings { AttemptTimeout = limit } }), new TaskHandlers().Handle("a", async (_, _, _) =>
        {
            time.Elapse(limit);
            await System.Threading.Tasks.Task.Yield();
            return "late";
        }), time: time);
        Assert.That(report["t"].Result, Is.EqualTo("late"));
    }

    [TestCase(true, true, 1)]
    [TestCase(false, true, 2)]
    [TestCase(false, false, 3)]
    public async Task Run_Timeout_IsTheTasksElseTheAgentsElseTheRuns(bool onTask, bool onAgent, int seconds)
    {
        var time = new ManualTime();
        var plan = Plan([Agent("a") with { Execution = onAgent ? Limit(2) : null }], Task("t") with { Execution = onTask ? Limit(1) : null });
        var report = await Run(plan, Hanging(() => time.Elapse(TimeSpan.FromSeconds(seconds))), new RunOptions { Execution = Limit(3) }, time);
        Assert.That(report["t"].Reason, Is.EqualTo(OutcomeReason.TimedOut));
    }

    [Test]
    public async Task Run_OpenCircuitWithoutAWait_FailsTheAgentsTasksWithoutCallingIt()
    {
        var breaker = new CircuitBreakerSettings { FailureRatio = 1, MinimumAttempts = 2 };
        var plan = Plan([Agent("a") with { CircuitBreaker = breaker }], Task("1"), Task("2"), Task("3"));
        var report = await Run(plan, FailingFirst(9, () => new InvalidOperationException()), new RunOptions { MaxCircuitWait = TimeSpan.Zero });
        Assert.That(report.Tasks.Select(task => (task.Reason, task.Attempts)), Is.EqualTo(new[] { (OutcomeReason.HandlerFailed, 1), (OutcomeReason.HandlerFailed, 1), (OutcomeReason.CircuitOpen, 0) }));
    }

    [Test]
    public async Task UsePipeline_OfTheCaller_TakesThePlaceOfTheSettings()
    {
        var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 5, Delay = TimeSpan.Zero }).Build();
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = AtOnce } });
        var report = await Run(plan, FailingFirst(5, () => new InvalidOperationException()).UsePipeline("a", pipeline));
        Assert.That(report["t"].Attempts, Is.EqualTo(6));
    }

    private static ExecutionSettings Limit(int seconds) => new() { AttemptTimeout = TimeSpan.FromSeconds(seconds) };

    private static TaskHandlers FailingFirst(int failures, Func<Exception> failure) => new TaskHandlers().Handle("a", (_, context, _) =>
        context.Attempt <= failures ? throw failure() : ValueTask.CompletedTask);

    private static TaskHandlers Hanging(Action whenItHangs) => new TaskHandlers().Handle("a", async (_, _, token) =>
    {
        var hanging = System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        whenItHangs();
        await hanging;
    });

    private static async Task<List<TimeSpan>> PausesOf(int seed)
    {
        var time = new PausesAtOnce();
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 4 } } });
        await Run(plan, FailingFirst(3, () => new InvalidOperationException()), new RunOptions { JitterSeed = seed }, time);
        return time.Seen;
    }

    // Every pause is over at once, and written down.
    private sealed class PausesAtOnce : TimeProvider
    {
        public List<TimeSpan> Seen { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Seen.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
