using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Scheduling;

/// <summary>The pause before a further attempt: the agent's slot is free for others.</summary>
[TestFixture, Category("Unit")]
public sealed class PauseTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(7);
    private static readonly ExecutionSettings Retry = new() { Retry = new RetrySettings { MaxAttempts = 2, Delay = Pause, Jitter = false } };

    [Test]
    public async Task Run_WhileATaskPauses_ItsSlotDoesAnother()
    {
        var (time, order) = (new ManualTime(), new List<string>());
        var plan = Plan([Agent("a")], Task("pauses") with { Estimate = 9.Seconds(), Execution = Retry }, Task("other"));
        var running = Run(plan, new TaskHandlers().Handle("a", (task, context, _) =>
        {
            order.Add($"{task.Id} {context.Attempt}");
            if (task.Id == "other") time.Elapse(Pause);
            return task.Id == "pauses" && context.Attempt == 1 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        }), time: time);
        Assert.That((await running).Succeeded, Is.EqualTo(2));
        Assert.That(order, Is.EqualTo(new[] { "pauses 1", "other 1", "pauses 2" }));
    }

    [Test]
    public async Task Run_AfterThePause_TheAgentsLimitHolds()
    {
        var (time, running, most) = (new ManualTime(), 0, 0);
        var plan = Plan([Agent("a")], [.. Enumerable.Range(0, 6).Select(i => Task($"{i}") with { Execution = Retry })]);
        var run = Run(plan, new TaskHandlers().Handle("a", async (_, context, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await System.Threading.Tasks.Task.Yield();
            Interlocked.Decrement(ref running);
            if (context.Attempt == 1) throw new InvalidOperationException();
        }), time: time);
        for (var i = 0; i < 6; i++) time.Elapse(Pause);
        Assert.That(((await run).Succeeded, most), Is.EqualTo((6, 1)));
    }

    [Test]
    public async Task Run_CancelledInAPause_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var time = new ManualTime();
        var run = Run(Plan(Task("t") with { Execution = Retry }), Failing(), time: time, cancellationToken: cancel.Token);
        time.AwaitTimer(Pause);
        cancel.Cancel();
        Assert.That((await run)["t"].Outcome, Is.EqualTo(TaskOutcome.Interrupted));
    }

    [Test]
    public async Task Run_CancelledWhileItWaitsForItsSlotAgain_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var time = new ManualTime();
        var plan = Plan([Agent("a")], Task("pauses") with { Estimate = 9.Seconds(), Execution = Retry }, Task("holds"));
        var run = Run(plan, new TaskHandlers().Handle("a", async (task, _, token) =>
        {
            if (task.Id == "pauses") throw new InvalidOperationException();
            time.Elapse(Pause); // now the other one waits for this slot
            await System.Threading.Tasks.Task.Delay(20, CancellationToken.None);
            cancel.Cancel();
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        }), time: time, cancellationToken: cancel.Token);
        Assert.That((await run).CountOf(TaskOutcome.Interrupted), Is.EqualTo(2));
    }

    [Test]
    public async Task Run_TotalTimeoutWhileItWaitsForItsSlotAgain_TimesOutAndTheSlotIsNotLost()
    {
        var (time, total) = (new ManualTime(), TimeSpan.FromSeconds(99));
        var plan = Plan([Agent("a")], Task("pauses") with { Estimate = 9.Seconds(), Execution = Retry with { TotalTimeout = total } }, Task("holds"), Task("last", "holds"));
        var report = await Run(plan, new TaskHandlers().Handle("a", async (task, _, _) =>
        {
            if (task.Id == "pauses") throw new InvalidOperationException();
            if (task.Id != "holds") return;
            time.Elapse(Pause);
            await System.Threading.Tasks.Task.Delay(20, CancellationToken.None);
            time.Elapse(total);
            await System.Threading.Tasks.Task.Delay(20, CancellationToken.None);
        }), time: time);
        Assert.That((report["pauses"].Reason, report["pauses"].Attempts, report["last"].Outcome), Is.EqualTo((OutcomeReason.TimedOut, 1, TaskOutcome.Succeeded)));
    }

    [Test]
    public async Task Run_StopPlanInAPause_LetsTheTaskMakeItsAttempts()
    {
        var time = new ManualTime();
        var plan = Plan([Agent("a")], Task("pauses") with { Estimate = 9.Seconds(), Execution = Retry }, Task("fails") with { Estimate = 5.Seconds() }, Task("never"));
        var run = Run(plan, new TaskHandlers().Handle("a", (task, context, _) =>
            task.Id == "fails" || context.Attempt == 1 ? throw new InvalidOperationException() : ValueTask.CompletedTask), new RunOptions { OnFailure = FailurePolicy.StopPlan }, time);
        time.Elapse(Pause);
        var report = await run;
        Assert.That((report["pauses"].Outcome, report["fails"].Outcome, report["never"].Outcome), Is.EqualTo((TaskOutcome.Succeeded, TaskOutcome.Failed, TaskOutcome.NotRun)));
    }

    [Test]
    public async Task Run_StoppedInAPause_LeavesTheLineForASlotAndStillGoesOn()
    {
        var (time, gate, held, release) = (new ManualTime(), new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var executor = new PlanExecutor(time);
        Agent[] agents = [Agent("a"), Agent("b")];
        var plan = Plan(agents, Task("pauses") with { Execution = Retry }, new TaskNode("gate", "b") { Estimate = 30.Seconds() }, Task("blocked", "gate") with { Estimate = 50.Seconds() }, new TaskNode("fails", "b") { Estimate = 20.Seconds() });
        var stopped = executor.Begin(plan, new TaskHandlers()
            .Handle("a", (_, context, _) => context.Attempt == 1 ? throw new InvalidOperationException() : ValueTask.CompletedTask)
            .Handle("b", async (task, _, _) =>
            {
                await gate.Task;
                if (task.Id == "fails") throw new InvalidOperationException();
            }), new RunOptions { OnFailure = FailurePolicy.StopPlan });
        time.AwaitTimer(Pause);
        var holder = executor.RunAsync(Plan(agents, Task("holds")), new TaskHandlers().Handle("a", async (_, _, _) =>
        {
            held.SetResult();
            await release.Task;
        }));
        await held.Task;
        gate.SetResult();
        await foreach (var happened in stopped.Events)
        {
            if (happened is { Kind: RunEventKind.Ended, Task: "fails" }) break;
        }

        var small = Plan(agents, Task("small"));
        var other = executor.RunAsync(small, Handlers(small));
        release.SetResult();
        await holder;
        await other.WaitAsync(TimeSpan.FromSeconds(20));
        time.Elapse(Pause);
        Assert.That((await stopped.Report.WaitAsync(TimeSpan.FromSeconds(20)))["pauses"].Outcome, Is.EqualTo(TaskOutcome.Succeeded));
    }

    [Test]
    public async Task Run_OneAttempt_IsNoRetry()
    {
        var report = await Run(Plan(Task("t") with { Execution = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 1 } } }), Failing());
        Assert.That((report["t"].Outcome, report["t"].Attempts), Is.EqualTo((TaskOutcome.Failed, 1)));
    }

    private static TaskHandlers Failing() => new TaskHandlers().Handle("a", (_, _, _) => throw new InvalidOperationException());
}
