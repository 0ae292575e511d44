using System.Collections.Concurrent;
using Halo.Execution;
using Microsoft.Extensions.DependencyInjection;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Scheduling;

/// <summary>An agent's limit over several runs of one executor.</summary>
[TestFixture, Category("Unit")]
public sealed class SharedLimitTests
{
    [TestCase(AgentLimitScope.Executor, 1)]
    [TestCase(AgentLimitScope.Run, 2)]
    public async Task Run_TwoRunsOfOneExecutor_KeepTheAgentsLimit(AgentLimitScope scope, int most)
    {
        var gauge = new Gauge(waitFor: most);
        var (executor, plan) = (new PlanExecutor(), Plan([Agent("a")], Task("1"), Task("2"), Task("3")));
        var options = new RunOptions { AgentLimitScope = scope };
        await System.Threading.Tasks.Task.WhenAll(executor.RunAsync(plan, gauge.Handlers(), options), executor.RunAsync(plan, gauge.Handlers(), options));
        Assert.That(gauge.Most, Is.EqualTo(most));
    }

    [Test]
    public async Task AddHaloExecution_TwoRuns_KeepTheAgentsLimit()
    {
        await using var provider = new ServiceCollection().AddHaloExecution().BuildServiceProvider();
        var gauge = new Gauge(waitFor: 1);
        var plan = Plan([Agent("a")], Task("1"), Task("2"), Task("3"));
        await System.Threading.Tasks.Task.WhenAll(
            provider.GetRequiredService<PlanExecutor>().RunAsync(plan, gauge.Handlers()), provider.GetRequiredService<PlanExecutor>().RunAsync(plan, gauge.Handlers()));
        Assert.That(gauge.Most, Is.EqualTo(1));
    }

    [Test]
    public async Task Run_BesideALongOne_TakesTurns()
    {
        var (executor, order, bothBegan) = (new PlanExecutor(), new ConcurrentQueue<string>(), new TaskCompletionSource());
        var longRun = executor.RunAsync(Plan([Agent("a")], [.. Enumerable.Range(0, 50).Select(i => Task($"{i}"))]), new TaskHandlers().Handle("a", async (_, _, _) =>
        {
            await bothBegan.Task;
            await System.Threading.Tasks.Task.Delay(1, CancellationToken.None);
            order.Enqueue("long");
        }));
        var shortRun = executor.Begin(Plan([Agent("a")], Task("t")), new TaskHandlers().Handle("a", (_, _, _) =>
        {
            order.Enqueue("short");
            return ValueTask.CompletedTask;
        }));
        await System.Threading.Tasks.Task.Delay(50, CancellationToken.None); // it waits in the line now
        bothBegan.SetResult();
        await System.Threading.Tasks.Task.WhenAll(longRun, shortRun.Report);
        Assert.That(order.ToList().IndexOf("short"), Is.LessThanOrEqualTo(2), "It waits for one task, not for fifty.");
    }

    [Test]
    public async Task Run_CancelledWhileItWaits_LeavesTheSlotToOthers()
    {
        var (executor, release, begun) = (new PlanExecutor(), new TaskCompletionSource(), new TaskCompletionSource());
        using var cancel = new CancellationTokenSource();
        var holder = executor.RunAsync(Plan([Agent("a")], Task("holds")), new TaskHandlers().Handle("a", async (_, _, _) =>
        {
            begun.SetResult();
            await release.Task;
        }));
        await begun.Task;
        var plan = Plan([Agent("a")], Task("waits"));
        var cancelled = executor.RunAsync(plan, Handlers(plan), cancellationToken: cancel.Token);
        var waiting = executor.RunAsync(plan, Handlers(plan));
        cancel.Cancel();
        var report = await cancelled;
        release.SetResult();
        await holder;
        Assert.That((report["waits"].Outcome, (await waiting).Succeeded), Is.EqualTo((TaskOutcome.NotRun, 1)));
    }

    [Test]
    public async Task Run_ManyRunsWithRandomPlans_AllEndWithinTheLimits([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        Agent[] agents = [Agent("a", 2), Agent("b", 1), Agent("c", 3)];
        var (executor, gauges) = (new PlanExecutor(), agents.ToDictionary(agent => agent.Name, _ => new Gauge(waitFor: 0)));
        var runs = Enumerable.Range(0, 12).Select(_ =>
        {
            var plan = Plan(agents, [.. Enumerable.Range(0, random.Next(5, 40)).Select(i => new TaskNode($"{i}", agents[random.Next(3)].Name) { DependsOn = i < 4 ? [] : [$"{random.Next(i)}"] })]);
            var handlers = new TaskHandlers();
            foreach (var agent in agents) gauges[agent.Name].AddTo(handlers, agent.Name);
            return executor.RunAsync(plan, handlers, new RunOptions { MaxConcurrentTasks = random.Next(2) == 0 ? 2 : null });
        }).ToArray();
        var all = System.Threading.Tasks.Task.WhenAll(runs);
        Assert.That(await System.Threading.Tasks.Task.WhenAny(all, System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(30))), Is.SameAs(all), $"seed {seed}: a run hangs");
        Assert.Multiple(() =>
        {
            Assert.That(runs.All(run => run.Result.Succeeded == run.Result.Plan.Graph.Count));
            foreach (var agent in agents) Assert.That(gauges[agent.Name].Most, Is.LessThanOrEqualTo(agent.MaxConcurrentTasks), $"seed {seed}, {agent.Name}");
        });
    }

    /// <summary>How many handlers run at one time. The first ones wait a while for as many as are expected.</summary>
    private sealed class Gauge(int waitFor)
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        public TaskHandlers Handlers() => AddTo(new TaskHandlers(), "a");

        public TaskHandlers AddTo(TaskHandlers handlers, string agent) => handlers.Handle(agent, async (_, _, _) =>
        {
            lock (_lock) Most = Math.Max(Most, ++_now);
            for (var i = 0; i < 200 && Most < waitFor; i++) await System.Threading.Tasks.Task.Delay(10, CancellationToken.None);
            await System.Threading.Tasks.Task.Delay(1, CancellationToken.None);
            lock (_lock) _now--;
        });
    }
}
