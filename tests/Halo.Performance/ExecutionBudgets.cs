using System.Diagnostics;
using System.Globalization;
using Halo.Execution;
using Halo.NUnit;
using Halo.Routing;

namespace Halo.Performance;

/// <summary>What running a plan costs beside its handlers: time and memory of tasks that do nothing.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class ExecutionBudgets
{
    private const int Many = 100_000;

    [OneTimeSetUp]
    public void RequireOptimizedCode() => Optimized.Require(typeof(PlanExecutor));

    [Test, PerfBudget(300, Samples = 3, Clock = PerfClock.Calm)]
    public void Run_AHundredThousandTasks_IsWithinThreeMicrosecondsATask()
    {
        var plan = Workload.Router().Route(Workload.Tasks(Many));
        var handlers = Handlers();
        for (var run = 0; run < 5; run++) Run(plan, handlers);
        Perf.Measure(() => Run(plan, handlers));
    }

    [Test]
    public void Run_AHundredThousandTasks_AllocatesAtMost600BytesATask()
    {
        var plan = Workload.Router().Route(Workload.Tasks(Many));
        var handlers = Handlers();
        Run(plan, handlers);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Run(plan, handlers);
        var perTask = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Many;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{perTask:0.0} bytes a task"));
        Assert.That(perTask, Is.LessThanOrEqualTo(600));
    }

    [Test]
    public void Run_MoreTasks_TakesTimeInProportion()
    {
        int[] sizes = [1_000, 10_000, Many];
        var exponent = PerfScaling.Exponent(sizes, [.. sizes.Select(QuickestMs)]);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exponent {exponent:0.00}"));
        Assert.That(exponent, Is.LessThanOrEqualTo(1.1));
    }

    // The work is done on the thread pool, so that the clock of the calling thread says nothing: the quickest of many does.
    private static double QuickestMs(int size)
    {
        var plan = Workload.Router().Route(Workload.Tasks(size));
        var handlers = Handlers();
        var quickest = double.MaxValue;
        for (var run = 0; run < 20; run++)
        {
            var started = Stopwatch.GetTimestamp();
            Run(plan, handlers);
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return quickest;
    }

    private static TaskHandlers Handlers()
    {
        var handlers = new TaskHandlers();
        foreach (var agent in Workload.Agents) handlers.Handle(agent.Name, (_, _, _) => ValueTask.CompletedTask);
        return handlers;
    }

    private static void Run(RoutingPlan plan, TaskHandlers handlers)
    {
        var report = new PlanExecutor().RunAsync(plan, handlers).GetAwaiter().GetResult();
        if (report.Succeeded != plan.Graph.Count) throw new InvalidOperationException("Not every task succeeded.");
    }
}
