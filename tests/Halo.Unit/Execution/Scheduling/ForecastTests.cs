using System.Collections.Concurrent;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Scheduling;

/// <summary>What a run would be, beside what it is.</summary>
[TestFixture, Category("Unit")]
public sealed class ForecastTests
{
    private static readonly TaskNode[] Five =
        [Task("long") with { Estimate = 5.Seconds() }, Task("short") with { Estimate = 1.Seconds() }, Task("after", "short") with { Estimate = 7.Seconds() }, Task("other") with { Estimate = 2.Seconds(), Type = "b" }, Task("end", "long", "other") with { Estimate = 1.Seconds() }];

    [Test]
    public void Forecast_OneAtATime_GoesByTheLongestPathOverAllAgents() =>
        Assert.That(Starts(Forecast(jobs: 1)), Is.EqualTo(new[] { ("short", 0.0), ("after", 1), ("long", 8), ("other", 13), ("end", 15) }));

    [Test]
    public void Forecast_TwoAtATime_FillsBothPlaces() =>
        Assert.That(Starts(Forecast(jobs: 2)), Is.EqualTo(new[] { ("short", 0.0), ("long", 0), ("after", 1), ("other", 5), ("end", 7) }));

    [Test]
    public async Task Forecast_OneAtATime_HasTheOrderOfTheRealRun([Values(1, 2, 3)] int seed)
    {
        var (plan, begun) = (RandomPlan(seed), new ConcurrentQueue<string>());
        var handlers = new TaskHandlers();
        foreach (var agent in plan.Agents) handlers.Handle(agent.Name, (task, _, _) => { begun.Enqueue(task.Id); return ValueTask.CompletedTask; });
        var options = new RunOptions { MaxConcurrentTasks = 1 };
        await Run(plan, handlers, options);
        Assert.That(PlanExecutor.Forecast(plan, options).Tasks.Select(task => task.Task), Is.EqualTo(begun));
    }

    [Test]
    public void Forecast_RandomPlan_NeverRunsMoreThanAsked([Values(1, 2, 3)] int jobs)
    {
        var tasks = PlanExecutor.Forecast(RandomPlan(jobs), new RunOptions { MaxConcurrentTasks = jobs }).Tasks.ToArray();
        Assert.That(tasks.Max(task => tasks.Count(other => other.Start <= task.Start && other.Finish > task.Start)), Is.EqualTo(jobs));
    }

    [Test]
    public void Forecast_WithoutALimit_IsTheSchedule()
    {
        var plan = RandomPlan(4);
        Assert.That(PlanExecutor.Forecast(plan).Makespan, Is.EqualTo(Scheduler.Schedule(plan).Makespan));
    }

    [Test]
    public void Forecast_Conditions_HoldOnResultsAndNotOnFailures()
    {
        var plan = Plan(
            Task("t"),
            Task("yes", "t") with { Conditions = new Dictionary<string, EdgeCondition> { ["t"] = new() { When = When.Attribute("result").AtLeast(8) } } },
            Task("no", "t") with { Conditions = new Dictionary<string, EdgeCondition> { ["t"] = new() { On = EdgeOutcome.Failed } } });
        Assert.That(PlanExecutor.Forecast(plan).Tasks.Select(task => task.Task), Is.EqualTo(new[] { "t", "yes" }));
    }

    [Test]
    public void Forecast_OptionOutOfRange_IsRefused() =>
        Assert.That(() => PlanExecutor.Forecast(Plan(Task("t")), new RunOptions { RetryFailed = true }), Throws.ArgumentException);

    private static Schedule Forecast(int jobs) => PlanExecutor.Forecast(Plan([Agent("a", 2), Agent("b")], Five), new RunOptions { MaxConcurrentTasks = jobs });

    private static IEnumerable<(string, double)> Starts(Schedule schedule) => schedule.Tasks.Select(task => (task.Task, task.Start.TotalSeconds));

    private static RoutingPlan RandomPlan(int seed)
    {
        var random = new Random(seed);
        return Plan([Agent("a", 3), Agent("b", 2)], [.. Enumerable.Range(0, 60).Select(i => new TaskNode($"{i}", random.Next(2) == 0 ? "a" : "b")
        {
            DependsOn = i < 5 ? [] : [$"{random.Next(i)}"],
            Estimate = random.Next(1, 20).Seconds(),
        })]);
    }
}
