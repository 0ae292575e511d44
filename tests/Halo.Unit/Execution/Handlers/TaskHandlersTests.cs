using Halo.Execution;
using Polly;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>What handlers are given, and how they are given.</summary>
[TestFixture, Category("Unit")]
public sealed class TaskHandlersTests
{
    [Test]
    public void Handle_AgentTwice_IsRefused()
    {
        var handlers = new TaskHandlers().Handle("a", (_, _, _) => ValueTask.CompletedTask);
        Assert.That(() => handlers.Handle("a", (_, _, _) => ValueTask.FromResult(1)), Throws.ArgumentException.With.Message.Contains("Agent 'a' has a handler already."));
    }

    [Test]
    public void UsePipeline_AgentTwice_IsRefused()
    {
        var handlers = new TaskHandlers().UsePipeline("a", ResiliencePipeline.Empty);
        Assert.That(() => handlers.UsePipeline("a", ResiliencePipeline.Empty), Throws.ArgumentException.With.Message.Contains("Agent 'a' has a pipeline already."));
    }

    [Test]
    public async Task IdempotencyKey_OfATask_IsTheSameForEachAttemptAndOtherwiseItsOwn()
    {
        var keys = (await KeysOf(null)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(keys[0], Has.Length.EqualTo(32).And.EqualTo(keys[1]), "two attempts at one task");
            Assert.That(keys.Distinct().Count(), Is.EqualTo(2), "another task");
        });
    }

    [Test]
    public async Task IdempotencyKey_OfAnotherRun_IsAnotherOne()
    {
        var first = await KeysOf(null);
        Assert.That(await KeysOf(null), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task IdempotencyKey_SameRunId_IsTheSame()
    {
        var first = await KeysOf("release-7");
        Assert.That(await KeysOf("release-7"), Is.EqualTo(first));
    }

    [Test]
    public async Task RunId_OfTheOptions_ReachesHandlersAndTheReport()
    {
        var seen = "";
        var report = await Run(Plan(Task("t")), new TaskHandlers().Handle("a", (_, context, _) =>
        {
            seen = context.RunId;
            return ValueTask.CompletedTask;
        }), new RunOptions { RunId = "release-7" });
        Assert.That((seen, report.RunId), Is.EqualTo(("release-7", "release-7")));
    }

    // Two attempts at the first task, one at the second.
    private static async Task<List<string>> KeysOf(string? runId)
    {
        var keys = new List<string>();
        var retry = new Halo.Routing.ExecutionSettings { Retry = new Halo.Routing.RetrySettings { MaxAttempts = 2, Delay = TimeSpan.Zero } };
        await Run(Plan(Task("t"), Task("u", "t")), new TaskHandlers().Handle("a", (task, context, _) =>
        {
            keys.Add(context.IdempotencyKey());
            return task.Id == "t" && context.Attempt == 1 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        }), new RunOptions { RunId = runId, Execution = retry });
        return keys;
    }
}
