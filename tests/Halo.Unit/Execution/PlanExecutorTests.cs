using System.Collections.Concurrent;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

[TestFixture, Category("Unit")]
public sealed class PlanExecutorTests
{
    [Test]
    public async Task Run_EmptyPlan_Completes() => Assert.That((await Run(Plan(), new TaskHandlers())).End, Is.EqualTo(RunEnd.Completed));

    [Test]
    public async Task Run_Chain_RunsInOrder()
    {
        var order = new ConcurrentQueue<string>();
        var plan = Plan(Task("c", "b"), Task("b", "a"), Task("a"));
        await Run(plan, new TaskHandlers().Handle("a", (task, _, _) =>
        {
            order.Enqueue(task.Id);
            return ValueTask.CompletedTask;
        }));
        Assert.That(order, Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public async Task Run_AHundredThousandTasksInAChain_NeedsNoStack()
    {
        const int Count = 100_000;
        var plan = Plan([.. Enumerable.Range(0, Count).Select(i => i == 0 ? Task("0") : Task($"{i}", $"{i - 1}"))]);
        Assert.That((await Run(plan, Handlers(plan))).Succeeded, Is.EqualTo(Count));
    }

    [Test]
    public async Task Run_SkippedChainOfAHundredThousand_NeedsNoStack()
    {
        const int Count = 100_000;
        var plan = Plan([.. Enumerable.Range(0, Count).Select(i => i == 0 ? Task("0") : Task($"{i}", $"{i - 1}"))]);
        Assert.That((await Run(plan, Handlers(plan, "0"))).Skipped, Is.EqualTo(Count - 1));
    }

    [Test]
    public async Task ResultOf_Dependency_IsTyped()
    {
        var plan = Plan(Task("one"), Task("two", "one"));
        var report = await Run(plan, new TaskHandlers().Handle("a", async (task, context, _) =>
        {
            await System.Threading.Tasks.Task.Yield();
            return task.Id == "one" ? 1 : context.ResultOf<int>("one") + 1;
        }));
        Assert.That(report["two"].Result, Is.EqualTo(2));
    }

    [TestCase("stranger", typeof(ArgumentException))]
    [TestCase("one", typeof(InvalidOperationException))]
    public async Task ResultOf_WhatIsNotThere_FailsTheTask(string dependency, Type failure)
    {
        var plan = Plan(Task("one"), Task("stranger"), Task("two", "one"));
        var report = await Run(plan, new TaskHandlers().Handle("a", (task, context, _) => ValueTask.FromResult(task.Id == "two" ? context.ResultOf<int>(dependency) : (object)"text")));
        Assert.That(report["two"].Failure, Is.TypeOf(failure));
    }

    [Test]
    public async Task Run_ReadyTasks_BeginByTheWorkBehindThem()
    {
        var order = new ConcurrentQueue<string>();
        var plan = Plan([Agent("a")], Task("short"), Task("long") with { Estimate = 5.Seconds() }, Task("first"), Task("behind", "first") with { Estimate = 9.Seconds() });
        await Run(plan, new TaskHandlers().Handle("a", (task, _, _) =>
        {
            order.Enqueue(task.Id);
            return ValueTask.CompletedTask;
        }));
        Assert.That(order, Is.EqualTo(new[] { "first", "behind", "long", "short" }));
    }

    [Test]
    public async Task Run_SlowTask_HoldsNobodyButItsDependants()
    {
        var gate = new TaskCompletionSource();
        var plan = Plan(Task("slow"), Task("quick"), Task("next", "quick"));
        await Run(plan, new TaskHandlers().Handle("a", async (task, _, _) =>
        {
            if (task.Id == "slow") await gate.Task;
            if (task.Id == "next") gate.SetResult();
        }));
        Assert.That(gate.Task.IsCompletedSuccessfully);
    }

    [TestCase(null, 3)]
    [TestCase(2, 2)]
    public async Task Run_ManyTasks_AsManyAtOnceAsAgentsAndRunAllow(int? limit, int expected)
    {
        var (running, most) = (0, 0);
        var gate = new TaskCompletionSource();
        var plan = Plan([Agent("a", 2), Agent("b")], [.. Enumerable.Range(0, 12).Select(i => new TaskNode($"{i}", i % 2 == 0 ? "a" : "b"))]);
        var handlers = new TaskHandlers();
        foreach (var agent in plan.Agents)
        {
            handlers.Handle(agent.Name, async (_, _, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                if (now == expected) gate.TrySetResult();
                await gate.Task;
                Interlocked.Decrement(ref running);
            });
        }

        await Run(plan, handlers, new RunOptions { MaxConcurrentTasks = limit });
        Assert.That(most, Is.EqualTo(expected));
    }

    [Test]
    public void Run_MissingAndStrangeHandlers_NamesEveryOne() => Assert.That(
        () => Run(Plan([Agent("a"), Agent("b")], Task("t"), new TaskNode("u", "b")), new TaskHandlers().Handle("bb", (_, _, _) => ValueTask.CompletedTask)),
        Throws.TypeOf<HaloValidationException>().With.Message.Contains("'a' has tasks").And.Message.Contains("'b' has tasks").And.Message.Contains("'bb', which is not"));

    [Test]
    public async Task Run_CompletedTask_IsNotRunAgain()
    {
        var plan = Plan(Task("done") with { Status = TaskNodeStatus.Completed }, Task("next", "done"));
        var report = await Run(plan, Handlers(plan, "done"));
        Assert.That((report["done"].Reason, report["next"].Outcome), Is.EqualTo((OutcomeReason.CompletedBefore, TaskOutcome.Succeeded)));
    }

    [Test]
    public async Task Run_UnassignedTask_IsNotRunAndItsDependantIsSkipped()
    {
        var plan = Plan(new TaskNode("nobody", "x"), Task("next", "nobody"), Task("anyhow", "nobody") with { Join = JoinRule.AllDone });
        var report = await Run(plan, Handlers(plan));
        Assert.That(report.Tasks.Select(task => (task.Task, task.Outcome, task.Reason)), Is.EqualTo(new[]
        {
            ("nobody", TaskOutcome.NotRun, OutcomeReason.Unassigned), ("next", TaskOutcome.Skipped, OutcomeReason.DependencySkipped), ("anyhow", TaskOutcome.Succeeded, OutcomeReason.Returned),
        }));
    }

    [Test]
    public async Task Run_AmbientValues_AreTheCallersAndStayApart()
    {
        var ambient = new AsyncLocal<string> { Value = "caller" };
        var seen = new ConcurrentBag<string?>();
        var plan = Plan([.. Enumerable.Range(0, 20).Select(i => Task($"{i}"))]);
        await Run(plan, new TaskHandlers().Handle("a", (task, _, _) =>
        {
            seen.Add(ambient.Value);
            ambient.Value = task.Id;
            return ValueTask.CompletedTask;
        }));
        Assert.That(seen, Has.Count.EqualTo(20).And.All.EqualTo("caller"));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
