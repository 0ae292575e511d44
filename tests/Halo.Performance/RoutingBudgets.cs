using System.Text;
using Halo.Routing;

namespace Halo.Performance;

/// <summary>
/// Budgets of one route in steady state, in net milliseconds. They only ever go down. Net time is not free of the machine:
/// memory and the neighbour of a shared core vary it about twofold, so each budget is some three times the calm median.
/// </summary>
[Category("Performance"), NonParallelizable, Backoff(4)]
public abstract class RoutingBudgets(int taskCount)
{
    private readonly HaloRouter _router = Workload.Router();
    private readonly TaskNode[] _tasks = Workload.Tasks(taskCount);

    protected void RouteBuiltGraphWithin(double budgetMs)
    {
        var graph = TaskGraph.Create(_tasks);
        Measure.AtMost(budgetMs, Measure.MedianMs(() => _router.Route(graph)));
    }

    protected void RouteTaskObjectsWithin(double budgetMs) =>
        Measure.AtMost(budgetMs, Measure.MedianMs(() => _router.Route(_tasks)));

    protected void RouteJsonTextWithin(double budgetMs)
    {
        var json = Encoding.UTF8.GetBytes(Workload.Json(_tasks.Length));
        Measure.AtMost(budgetMs, Measure.MedianMs(() => _router.Route(GraphFile.Read(json.AsSpan()).OrThrow())));
    }

    [OneTimeSetUp]
    public void RequireOptimizedCode() => Measure.RequireOptimized(typeof(HaloRouter));

    [Test]
    public void Route_Workload_AssignsEveryTask() => Assert.That(_router.Route(_tasks).AssignedCount, Is.EqualTo(_tasks.Length));
}

/// <summary>Fifty tasks, twenty-five rules.</summary>
[TestFixture]
public sealed class Medium() : RoutingBudgets(50)
{
    [Test]
    public void Route_BuiltGraph_IsWithinBudget() => RouteBuiltGraphWithin(0.01);

    [Test]
    public void Route_TaskObjects_IsWithinBudget() => RouteTaskObjectsWithin(0.045);

    [Test]
    public void Route_JsonText_IsWithinBudget() => RouteJsonTextWithin(0.2);
}

/// <summary>Two hundred tasks, twenty-five rules.</summary>
[TestFixture]
public sealed class Large() : RoutingBudgets(200)
{
    [Test]
    public void Route_BuiltGraph_IsWithinBudget() => RouteBuiltGraphWithin(0.04);

    [Test]
    public void Route_TaskObjects_IsWithinBudget() => RouteTaskObjectsWithin(0.15);

    [Test]
    public void Route_JsonText_IsWithinBudget() => RouteJsonTextWithin(0.7);
}
