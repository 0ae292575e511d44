using Halo.NUnit;

namespace Halo.Performance;

/// <summary>What the first route of a process costs beyond the runtime itself: loading, compiling and routing the reference workload.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class ColdStart
{
    [Test]
    public void Route_FirstInAFreshLoadContext_IsWithinBudget() => Perf.Measure(RouteInAFreshContext, budgetMs: 160);

    /// <summary>The first route; called in a context that has loaded nothing of Halo yet.</summary>
    public static int RouteOnce() => Workload.Router().Route(Workload.Tasks(50)).AssignedCount;

    private static void RouteInAFreshContext()
    {
        var context = new FreshContext();
        var first = context.LoadFromAssemblyPath(typeof(ColdStart).Assembly.Location).GetType(typeof(ColdStart).FullName!)!.GetMethod(nameof(RouteOnce))!;
        Assert.That(first.Invoke(null, null), Is.EqualTo(50));
    }
}
