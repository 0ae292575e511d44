using System.Diagnostics;

namespace Halo.Unit.Routing;

/// <summary>The soak of <see cref="StressTests"/> for longer, and what a writer costs its readers.</summary>
[TestFixture, Category("Nightly"), Explicit("It takes minutes and wants the machine to itself."), NonParallelizable]
public sealed class NightlyStressTests
{
    private const int Phases = 9;

    [Test]
    public void Route_ForTenMinutes_KeepsMemoryFlat() => StressTests.Soak(TimeSpan.FromMinutes(10));

    [Test]
    public void Route_BesideAWriter_KeepsItsThroughput()
    {
        var router = StressTests.Router();
        var (alone, beside) = (new List<int>(), new List<int>());
        for (var phase = 0; phase < Phases; phase++)
        {
            alone.Add(RoutesOf(router, () => Thread.SpinWait(1_000)));
            beside.Add(RoutesOf(router, () => Array.ForEach(StressTests.States, router.ReplaceRules)));
        }

        var share = (double)Median(beside) / Median(alone);
        TestContext.Out.WriteLine($"{share:P0} of the throughput beside a thread that only spins");
        Assert.That(share, Is.GreaterThanOrEqualTo(0.7));
    }

    // The eighth thread is busy in both cases, so that only waiting and cold caches tell them apart.
    private static int RoutesOf(HaloRouter router, Action eighth)
    {
        var started = Stopwatch.GetTimestamp();
        var routes = 0;
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = 8 }, [.. Enumerable.Repeat(Loop(() => Count(router, ref routes), started), 7), Loop(eighth, started)]);
        return routes;
    }

    private static void Count(HaloRouter router, ref int routes)
    {
        router.Route(StressTests.Graph);
        Interlocked.Increment(ref routes);
    }

    private static Action Loop(Action step, long started) => () =>
    {
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1)) step();
    };

    private static int Median(List<int> counts) => counts.Order().ElementAt(counts.Count / 2);
}
