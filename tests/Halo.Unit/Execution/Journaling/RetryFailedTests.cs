using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>A run whose failures are mended between two parts of it.</summary>
[TestFixture, Category("Unit")]
public sealed partial class RetryFailedTests : FolderFixture
{
    private static readonly RoutingPlan Mended = Plan(
        Task("good"), Task("bad", "good"), Task("skipped", "bad"), Task("beside"), Task("sorry", "bad") with { Conditions = new Dictionary<string, EdgeCondition> { ["bad"] = new() { On = EdgeOutcome.Failed } } },
        Task("last", "skipped", "beside"), Task("cleanup", "bad") with { Join = JoinRule.AllDone }, Task("after", "cleanup"));

    [Test]
    public async Task Run_RetryFailed_RunsWhatFailedAndWhatDependsOnItAndNothingElse()
    {
        await Part(isMended: false);
        Assert.That((await Part(isMended: true, retryFailed: true)).Calls, Is.EquivalentTo(new[] { "bad", "skipped", "last", "cleanup", "after" }));
    }

    [Test]
    public async Task Run_KilledAfterTheRetryBegan_GoesOnWithIt()
    {
        await Part(isMended: false);
        var lines = Journals.Lines(await File.ReadAllBytesAsync(Folder.File("j")));
        await Part(isMended: true, retryFailed: true);
        await File.WriteAllBytesAsync(Folder.File("j"), Journals.Lines(await File.ReadAllBytesAsync(Folder.File("j"))).Take(lines.Count + 1).SelectMany(line => line).ToArray());
        Assert.That((await Part(isMended: true)).Calls, Is.EquivalentTo(new[] { "bad", "skipped", "last", "cleanup", "after" }));
    }

    [Test]
    public async Task Run_RetryFailed_EndsWithEverythingDone()
    {
        await Part(isMended: false);
        var (report, _) = await Part(isMended: true, retryFailed: true);
        Assert.That((report.Succeeded, report["bad"].Reason, report["bad"].Attempts, report["good"].Reason), Is.EqualTo((7, OutcomeReason.Returned, 1, OutcomeReason.Resumed)));
    }

    [Test]
    public async Task Run_ResumedWithoutRetryFailed_RunsNothing()
    {
        await Part(isMended: false);
        Assert.That((await Part(isMended: true)).Calls, Is.Empty);
    }

    [Test]
    public async Task Run_ResumedAfterTheRetry_KnowsTheSuccessAndRunsNothing()
    {
        await Part(isMended: false);
        await Part(isMended: true, retryFailed: true);
        var (report, calls) = await Part(isMended: false, retryFailed: true);
        Assert.That((calls.Length, report["bad"].Outcome), Is.EqualTo((0, TaskOutcome.Succeeded)));
    }

    [Test]
    public async Task Run_FailedTwice_IsTriedAgainEachTime()
    {
        await Part(isMended: false);
        await Part(isMended: false, retryFailed: true);
        Assert.That((await Part(isMended: false, retryFailed: true)).Calls, Is.EquivalentTo(new[] { "bad", "sorry", "cleanup", "after" }));
    }

    [Test]
    public void Run_RetryFailedWithoutAJournal_IsRefused() =>
        Assert.That(() => Run(Mended, Handlers(Mended), new RunOptions { RetryFailed = true }), Throws.ArgumentException.With.Message.Contains("RetryFailed"));

    private async Task<(RunReport Report, string[] Calls)> Part(bool isMended, bool retryFailed = false)
    {
        var calls = new ConcurrentQueue<string>();
        var handlers = new TaskHandlers().Handle("a", (task, _, _) =>
        {
            calls.Enqueue(task.Id);
            return task.Id == "bad" && !isMended ? throw new InvalidOperationException("bad") : ValueTask.FromResult(task.Id);
        }, RetryFailedJson.Default.String);
        return (await Run(Mended, handlers, new RunOptions { Journal = Folder.File("j"), RetryFailed = retryFailed }), [.. calls]);
    }

    [JsonSerializable(typeof(string))]
    private sealed partial class RetryFailedJson : JsonSerializerContext;
}
