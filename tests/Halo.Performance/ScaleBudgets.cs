using System.Globalization;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>What holds at any size: time and memory of large graphs, no allocation per task, and the distance to plain code.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class ScaleBudgets
{
    private const int Million = 1_000_000;

    private readonly HaloRouter _router = Workload.Router();

    [Test]
    public void Route_TenThousandTasksBuilt_IsWithinBudget()
    {
        var graph = TaskGraph.Create(Workload.Tasks(10_000));
        Perf.Measure(() => _router.Route(graph), budgetMs: 1);
    }

    [Test]
    public void Route_TwoHundredTasks_TakesAtMostAFifthOfNaiveCode()
    {
        var tasks = Workload.Tasks(200);
        var naive = new NaiveRouter();
        Perf.Ratio(() => naive.Route(tasks), () => _router.Route(tasks)).AtMost(0.2);
    }

    [Test]
    public void Route_TwoHundredTasks_GivesThePlanOfTheNaiveCode()
    {
        var tasks = Workload.Tasks(200);
        Assert.That(_router.Route(tasks).Decisions.Select(decision => (decision.Task, decision.Agent)), Is.EqualTo(new NaiveRouter().Route(tasks)));
    }

    [Test, PerfBudget(1_600, Samples = 1, Clock = PerfClock.Calm)]
    public void Route_AMillionTasks_IsWithinBudget()
    {
        var tasks = Workload.Tasks(Million, dependencies: 3);
        Perf.Measure(() => _router.Route(tasks));
    }

    [Test]
    public void Route_AMillionTasks_RetainsAtMost200BytesATask()
    {
        var tasks = Workload.Tasks(Million, dependencies: 3);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var plan = _router.Route(tasks);
        var retained = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Million;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{retained:0.0} bytes a task for graph and plan"));
        Assert.That(retained, Is.LessThanOrEqualTo(200));
        GC.KeepAlive(tasks);
        GC.KeepAlive(plan);
    }

    [Test]
    public void Route_MoreTasks_AllocatesOnlyThePlansTwelveBytesATask()
    {
        var (few, many) = (TaskGraph.Create(Workload.Tasks(1_000)), TaskGraph.Create(Workload.Tasks(11_000)));
        var perTask = (AllocatedBy(many) - AllocatedBy(few)) / 10_000.0;
        Assert.That(perTask, Is.EqualTo(12).Within(0.05));
    }

    private long AllocatedBy(TaskGraph graph)
    {
        _router.Route(graph);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _router.Route(graph);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
