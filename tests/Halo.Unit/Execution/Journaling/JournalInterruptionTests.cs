using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>What a handler throws once the run was asked to stop is an interruption, whatever it is.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalInterruptionTests : FolderFixture
{
    private static readonly RoutingPlan One = Plan([new Agent("a") { Types = ["a"], MaxConcurrentTasks = 2, SuccessRate = 0.5 }, new Agent("spare") { Types = ["a"], SuccessRate = 0.1 }], Task("t"));

    private RunOptions Options => new() { Journal = Folder.File("j") };

    [Test]
    public async Task Run_HandlerWrapsTheCancellation_IsInterrupted()
    {
        var report = await Cancelled(new InvalidOperationException("the driver gave up"));
        Assert.That((report["t"].Outcome, report["t"].Reason, report["t"].Reroutings.Count), Is.EqualTo((TaskOutcome.Interrupted, OutcomeReason.Cancelled, 0)));
    }

    [Test]
    public async Task Run_HandlerWrapsTheCancellation_WritesNothing()
    {
        await Cancelled(new InvalidOperationException("the driver gave up"));
        Assert.That(Journals.Records(await File.ReadAllBytesAsync(Options.Journal!)), Is.Zero);
    }

    [Test]
    public async Task Run_HandlerWrapsTheCancellation_LowersNoRate()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(One.Agents));
        var before = router.SuccessRateOf("a");
        await Cancelled(new InvalidOperationException("the driver gave up"), router);
        Assert.That(router.SuccessRateOf("a"), Is.EqualTo(before));
    }

    [Test]
    public async Task Run_HandlerListensToTheCallersOwnToken_IsInterrupted()
    {
        using var cancel = new CancellationTokenSource();
        var report = await Run(One, Handlers(async () =>
        {
            var told = new TaskCompletionSource();
            await using var registration = cancel.Token.Register(() => told.SetException(new InvalidOperationException("told first")));
            cancel.Cancel();
            await told.Task;
        }), Options, cancellationToken: cancel.Token);
        Assert.That(report["t"].Outcome, Is.EqualTo(TaskOutcome.Interrupted));
    }

    [Test]
    public async Task Run_DeadlineExceeded_InterruptsWhateverIsThrown()
    {
        var (time, deadline) = (new ManualTime(), TimeSpan.FromMinutes(1));
        var report = await Run(One, Handlers(() =>
        {
            time.Elapse(deadline);
            throw new InvalidOperationException();
        }), Options with { Deadline = deadline }, time);
        Assert.That((report["t"].Outcome, report["t"].Reason), Is.EqualTo((TaskOutcome.Interrupted, OutcomeReason.DeadlineExceeded)));
    }

    [Test]
    public async Task Resume_AfterAnInterruption_RunsTheTask()
    {
        await Cancelled(new InvalidOperationException("the driver gave up"));
        Assert.That((await Run(One, Handlers(() => System.Threading.Tasks.Task.CompletedTask), Options))["t"].Reason, Is.EqualTo(OutcomeReason.Returned));
    }

    private async Task<RunReport> Cancelled(Exception thrown, HaloRouter? router = null)
    {
        using var cancel = new CancellationTokenSource();
        return await new PlanExecutor(null, router).RunAsync(One, Handlers(() =>
        {
            cancel.Cancel();
            throw thrown;
        }), Options, cancel.Token);
    }

    private static TaskHandlers Handlers(Func<Task> handle)
    {
        var handlers = new TaskHandlers();
        foreach (var agent in One.Agents) handlers.Handle(agent.Name, async (_, _, _) => await handle());
        return handlers;
    }
}
