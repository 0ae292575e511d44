using System.Globalization;
using Halo.Execution;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>What running a plan costs beside its handlers: time and memory of tasks that do nothing.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
public sealed class ExecutionBudgets
{
    private const int Many = 100_000;

    // Wall time: the work is done on the thread pool, where the clock of the calling thread sees nothing of it.
    [Test, PerfBudget(300, Samples = 3), PerfRetry(maxRetries: 3, initialDelay: 0.25, Reason = "Wall clock on a shared machine.")]
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
        var exponent = PerfScaling.Exponent(sizes, LeastMs(sizes));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exponent {exponent:0.00}"));
        Assert.That(exponent, Is.LessThanOrEqualTo(1.1));
    }

    // Samples of every size do the same number of tasks, so that a busy machine meets all sizes alike, and count the
    // processor's time, which is not that of others; the least of several rounds is taken.
    private static double[] LeastMs(int[] sizes)
    {
        var plans = Array.ConvertAll(sizes, size => Workload.Router().Route(Workload.Tasks(size)));
        var handlers = Handlers();
        var least = new double[sizes.Length];
        Array.Fill(least, double.MaxValue);
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < plans.Length; i++)
            {
                var runs = Many / sizes[i];
                var before = Environment.CpuUsage.TotalTime;
                for (var run = 0; run < runs; run++) Run(plans[i], handlers);
                least[i] = Math.Min(least[i], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / runs);
            }
        }

        return least;
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
