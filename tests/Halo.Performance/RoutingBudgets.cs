using System.Text;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>
/// Budgets of one route in steady state, in milliseconds of wall time: five samples, every one must hold. They only ever go
/// down.
/// </summary>
[Category("Performance"), NonParallelizable]
[PerfBudget(Samples = 5), PerfRetry(maxRetries: 3, initialDelay: 0.25, Reason = "Wall clock on a shared machine.")]
public abstract class RoutingBudgets(int taskCount)
{
    private readonly HaloRouter _router = Workload.Router();
    private readonly TaskNode[] _tasks = Workload.Tasks(taskCount);

    protected void RouteBuiltGraphWithin(double budgetMs)
    {
        var graph = TaskGraph.Create(_tasks);
        Perf.Measure(Sabotage.By(() => _router.Route(graph)), budgetMs);
    }

    protected void RouteTaskObjectsWithin(double budgetMs) => Perf.Measure(Sabotage.By(() => _router.Route(_tasks)), budgetMs);

    protected void RouteJsonTextWithin(double budgetMs)
    {
        var json = Encoding.UTF8.GetBytes(Workload.Json(_tasks.Length));
        Perf.Measure(Sabotage.By(() => _router.Route(GraphFile.Read(json.AsSpan()).OrThrow())), budgetMs);
    }

    [Test]
    public void Route_Workload_AssignsEveryTask() => Assert.That(_router.Route(_tasks).AssignedCount, Is.EqualTo(_tasks.Length));
}

/// <summary>Fifty tasks, twenty-five rules.</summary>
[TestFixture]
public sealed class Medium() : RoutingBudgets(50)
{
    [Test]
    public void Route_BuiltGraph_IsWithinBudget() => RouteBuiltGraphWithin(0.0066);

    [Test]
    public void Route_TaskObjects_IsWithinBudget() => RouteTaskObjectsWithin(0.021);

    [Test]
    public void Route_JsonText_IsWithinBudget() => RouteJsonTextWithin(0.095);
}

/// <summary>Two hundred tasks, twenty-five rules.</summary>
[TestFixture]
public sealed class Large() : RoutingBudgets(200)
{
    [Test]
    public void Route_BuiltGraph_IsWithinBudget() => RouteBuiltGraphWithin(0.02);

    [Test]
    public void Route_TaskObjects_IsWithinBudget() => RouteTaskObjectsWithin(0.072);

    [Test]
    public void Route_JsonText_IsWithinBudget() => RouteJsonTextWithin(0.37);
}
