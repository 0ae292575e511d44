using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Reporting;

/// <summary>Who made which attempt, from when to when.</summary>
[TestFixture, Category("Unit")]
public sealed class AttemptHistoryTests
{
    private static readonly ExecutionSettings Twice = new() { Retry = new RetrySettings { MaxAttempts = 2, Delay = TimeSpan.Zero } };

    [Test]
    public async Task History_RetriesAndAnotherAgent_HasEveryAttemptWithItsTimes()
    {
        var time = new SteppedTime();
        var plan = Plan([new Agent("a") { Types = ["a"], SuccessRate = 0.9, Execution = Twice }, new Agent("b") { Types = ["a"] }], Task("t"));
        var handlers = new TaskHandlers()
            .Handle("a", (_, context, _) => Fail(time, context.Attempt))
            .Handle("b", (_, _, _) => Succeed(time, 4));
        var history = (await Run(plan, handlers, time: time))["t"].History;
        Assert.That(history.Select(Figures), Is.EqualTo(new[] { ("a", 0, 1, "attempt 1"), ("a", 1, 2, "attempt 2"), ("b", 3, 4, null) }));
    }

    [Test]
    public async Task History_HandlersThatAnswerAtOnceOrLater_IsTheSame([Values] bool later)
    {
        var time = new SteppedTime();
        var plan = Plan(Task("1"), Task("2", "1"));
        var report = await Run(plan, new TaskHandlers().Handle("a", async (_, _, _) =>
        {
            if (later) await System.Threading.Tasks.Task.Yield();
            time.Step(2);
        }), time: time);
        Assert.That(report.Tasks.SelectMany(task => task.History).Select(Figures), Is.EqualTo(new[] { ("a", 0, 2, (string?)null), ("a", 2, 2, null) }));
    }

    [Test]
    public async Task History_FirstAgentFailsWithoutRetry_KeepsItsAttempt()
    {
        var time = new SteppedTime();
        var plan = Plan(Task("t"));
        var report = await Run(plan, new TaskHandlers().Handle("a", (_, context, _) => Fail(time, context.Attempt)), time: time);
        Assert.That(report["t"].History.Select(Figures), Is.EqualTo(new[] { ("a", 0, 1, "attempt 1") }));
    }

    [Test]
    public async Task History_TaskThatWasSkipped_IsEmpty()
    {
        var plan = Plan(Task("bad"), Task("never", "bad"));
        Assert.That((await Run(plan, Handlers(plan, "bad")))["never"].History, Is.Empty);
    }

    private static ValueTask Fail(SteppedTime time, int seconds)
    {
        time.Step(seconds);
        throw new InvalidOperationException($"attempt {seconds}");
    }

    private static ValueTask Succeed(SteppedTime time, double seconds)
    {
        time.Step(seconds);
        return ValueTask.CompletedTask;
    }

    private static (string, int, int, string?) Figures(TaskAttempt attempt) => (attempt.Agent, (int)attempt.Start.TotalSeconds, (int)attempt.Duration.TotalSeconds, attempt.Failure?.Message);
}
