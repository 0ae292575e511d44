using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>The events of a run: all of them, for each reader.</summary>
[TestFixture, Category("Unit")]
public sealed class EventTests
{
    [Test]
    public async Task Events_SeveralReaders_EachGetsEverything()
    {
        var plan = Plan([.. Enumerable.Range(0, 50).Select(i => Task($"{i}"))]);
        var running = new PlanExecutor().Begin(plan, Handlers(plan, "7"));
        var readers = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 3).Select(_ => System.Threading.Tasks.Task.Run(() => Read(running))));
        Assert.That(readers, Has.All.EqualTo(readers[0]).And.All.Count.EqualTo(101));
    }

    [Test]
    public async Task Events_ReadAfterTheEnd_AreAllThere()
    {
        var plan = Plan(Task("t"));
        var running = new PlanExecutor().Begin(plan, Handlers(plan));
        await running.Report;
        Assert.That((await Read(running)).Select(each => each.Kind), Is.EqualTo(new[] { RunEventKind.Began, RunEventKind.Ended }));
    }

    [Test]
    public async Task Events_ReaderThatIsCancelled_EndsWithoutTheRun()
    {
        using var cancel = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var running = new PlanExecutor().Begin(Plan(Task("t")), new TaskHandlers().Handle("a", async (_, _, _) => await release.Task));
        var reading = System.Threading.Tasks.Task.Run(async () =>
        {
            await foreach (var _ in running.Events.WithCancellation(cancel.Token)) cancel.CancelAfter(1);
        });
        Assert.That(() => reading, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();
        Assert.That((await running.Report).Succeeded, Is.EqualTo(1));
    }

    [Test]
    public async Task Events_AttemptThatFails_TellsItsFailureThePauseAndTheResult()
    {
        var retry = new RetrySettings { MaxAttempts = 2, Delay = TimeSpan.FromMilliseconds(1), Jitter = false };
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { Retry = retry } });
        var events = await Read(new PlanExecutor().Begin(plan, new TaskHandlers().Handle("a", (_, context, _) =>
            context.Attempt == 1 ? throw new InvalidOperationException("no disk") : ValueTask.FromResult(7))));
        Assert.That(events.Select(each => (each.Kind, each.Attempt, each.Failure?.Message, each.Pause.TotalMilliseconds, each.Result)), Is.EqualTo(new (RunEventKind, int, string?, double, object?)[]
        {
            (RunEventKind.Began, 1, null, 0, null),
            (RunEventKind.AttemptFailed, 1, "no disk", 0, null),
            (RunEventKind.Paused, 1, "no disk", 1, null),
            (RunEventKind.BeganAgain, 2, null, 0, null),
            (RunEventKind.Ended, 2, null, 0, 7),
        }));
    }

    [Test]
    public async Task Events_TaskThatFails_TellsWhy()
    {
        var plan = Plan(Task("t"));
        var events = await Read(new PlanExecutor().Begin(plan, Handlers(plan, "t")));
        Assert.That((events[^1].Outcome, events[^1].Failure?.Message), Is.EqualTo((TaskOutcome.Failed, "It was asked to fail.")));
    }

    [Test]
    public async Task Events_AttemptThatIsInterrupted_HasNotFailed()
    {
        using var cancel = new CancellationTokenSource();
        var events = await Read(new PlanExecutor().Begin(Plan(Task("t")), new TaskHandlers().Handle("a", async (_, _, token) =>
        {
            cancel.Cancel();
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        }), cancellationToken: cancel.Token));
        Assert.That(events.Select(each => each.Kind), Is.EqualTo(new[] { RunEventKind.Began, RunEventKind.Ended }));
    }

    [Test]
    public async Task Events_Times_NeverGoBack()
    {
        var plan = Plan([.. Enumerable.Range(0, 200).Select(i => Task($"{i}"))]);
        var events = await Read(new PlanExecutor().Begin(plan, Handlers(plan)));
        Assert.That(events.Select(each => each.At), Is.Ordered);
    }

    private static async Task<List<RunEvent>> Read(RunningPlan running)
    {
        var events = new List<RunEvent>();
        await foreach (var happened in running.Events) events.Add(happened);
        return events;
    }
}
