using Halo.NUnit;

namespace Halo.Performance;

/// <summary>What must not grow with use: the cost of a task with the size of its graph, memory with the number of routes.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
public sealed class LongLife
{
    private readonly HaloRouter _router = Workload.Router();

    [Test]
    public void Route_MoreTasks_CostsTheSameATask() =>
        Perf.Scaling(size => RouteOf(TaskGraph.Create(Workload.Tasks(size))), 50, 200, 800, 3_200).AtMost(1.1);

    [Test]
    public void Route_ManyTimes_RetainsNothing()
    {
        const int Routes = 10_000;
        var tasks = Workload.Tasks(50);
        for (var i = 0; i < 200; i++) _router.Route(tasks);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Routes; i++) _router.Route(tasks);
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(Routes), "less than a byte a route");
    }

    private Action RouteOf(TaskGraph graph) => () => _router.Route(graph);
}
