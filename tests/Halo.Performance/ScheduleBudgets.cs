using Halo.NUnit;

namespace Halo.Performance;

/// <summary>How long it takes to schedule a plan of the reference workload, five dependencies a task.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class ScheduleBudgets
{
    [Test]
    public void Schedule_TwoHundredTasks_IsWithinBudget() => ScheduleWithin(200, 0.05);

    [Test]
    public void Schedule_TenThousandTasks_IsWithinBudget() => ScheduleWithin(10_000, 1.5);

    [Test, PerfBudget(220, Samples = 1, Clock = PerfClock.Calm)]
    public void Schedule_AMillionTasks_IsWithinBudget()
    {
        var plan = Plan(1_000_000);
        Perf.Measure(() => Scheduler.Schedule(plan));
    }

    [Test]
    public void Schedule_EarliestFinishOfTenThousandTasks_IsWithinBudget()
    {
        var plan = Plan(10_000);
        var options = new ScheduleOptions { Selection = AgentSelection.EarliestFinish };
        Perf.Measure(() => Scheduler.Schedule(plan, options), budgetMs: 22);
    }

    [Test]
    public void Schedule_MoreTasks_GrowsLittleFasterThanTheirNumber()
    {
        var plans = new[] { 2_000, 8_000, 32_000 }.ToDictionary(count => count, Plan);
        Perf.Scaling(count => Scheduler.Schedule(plans[count]), [.. plans.Keys]).AtMost(1.15);
    }

    private static void ScheduleWithin(int tasks, double budgetMs)
    {
        var plan = Plan(tasks);
        Perf.Measure(() => Scheduler.Schedule(plan), budgetMs);
    }

    private static RoutingPlan Plan(int tasks) =>
        Workload.Router().Route(Workload.Tasks(tasks, dependencies: 5).Select((task, i) => task with { Estimate = TimeSpan.FromSeconds(1 + (i % 13)) }));
}
