using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>What ends a run early, and what its report says then.</summary>
[TestFixture, Category("Unit")]
public sealed class StopTests
{
    private static readonly RoutingPlan HangingPlan = Plan([Agent("a")], Task("first"), Task("hangs", "first"), Task("never", "hangs"));

    [Test]
    public async Task Run_Cancelled_TellsWhatEndedWhatWasInterruptedAndWhatNeverBegan()
    {
        using var cancel = new CancellationTokenSource();
        var report = await Run(HangingPlan, HangingHandlers(cancel.Cancel), cancellationToken: cancel.Token);
        Assert.That(report.Tasks.Select(task => (task.Outcome, task.Reason)), Is.EqualTo(new[]
        {
            (TaskOutcome.Succeeded, OutcomeReason.Returned), (TaskOutcome.Interrupted, OutcomeReason.Cancelled), (TaskOutcome.NotRun, OutcomeReason.Cancelled),
        }));
    }

    [Test]
    public async Task Run_CancelledBefore_RunsNothing()
    {
        var report = await Run(HangingPlan, HangingHandlers(() => { }), cancellationToken: new CancellationToken(canceled: true));
        Assert.That((report.End, report.CountOf(TaskOutcome.NotRun)), Is.EqualTo((RunEnd.Cancelled, 3)));
    }

    [Test]
    public async Task Run_Deadline_InterruptsWhatRuns()
    {
        var (time, deadline) = (new ManualTime(), TimeSpan.FromMinutes(3));
        var report = await Run(HangingPlan, HangingHandlers(() => time.Elapse(deadline)), new RunOptions { Deadline = deadline }, time);
        Assert.That((report.End, report["hangs"].Reason), Is.EqualTo((RunEnd.DeadlineExceeded, OutcomeReason.DeadlineExceeded)));
    }

    [Test]
    public async Task Run_StopPlan_BeginsNothingMoreAndLetsTheRestEnd()
    {
        var (begun, failed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var plan = Plan([Agent("a", 2)], Task("fails") with { Estimate = 9.Seconds() }, Task("runs") with { Estimate = 9.Seconds() }, Task("waits"));
        var report = await Run(plan, new TaskHandlers().Handle("a", async (task, _, _) =>
        {
            if (task.Id == "runs")
            {
                begun.SetResult();
                await failed.Task;
            }

            if (task.Id != "fails") return;
            await begun.Task;
            failed.SetResult();
            throw new InvalidOperationException();
        }), new RunOptions { OnFailure = FailurePolicy.StopPlan });
        Assert.That((report.End, report["runs"].Outcome, report["fails"].Outcome), Is.EqualTo((RunEnd.Stopped, TaskOutcome.Succeeded, TaskOutcome.Failed)));
    }

    [Test]
    public async Task Run_StopPlan_SaysWhyTheRestIsNotRun()
    {
        var plan = Plan([Agent("a")], Task("fails") with { Estimate = 9.Seconds() }, Task("waits"));
        var report = await Run(plan, Handlers(plan, "fails"), new RunOptions { OnFailure = FailurePolicy.StopPlan });
        Assert.That((report["waits"].Outcome, report["waits"].Reason), Is.EqualTo((TaskOutcome.NotRun, OutcomeReason.PlanStopped)));
    }

    private static TaskHandlers HangingHandlers(Action whenItHangs) => new TaskHandlers().Handle("a", async (task, _, token) =>
    {
        if (task.Id != "hangs") return;
        var hanging = System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        whenItHangs();
        await hanging;
    });
}
