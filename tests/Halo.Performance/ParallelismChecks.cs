using System.Diagnostics;
using System.Runtime.CompilerServices;
using Halo.Parallelism;

namespace Halo.Performance;

/// <summary>
/// What the advisor says against what happens on this machine. Long, and moved by whatever else runs: on demand, with
/// <c>dotnet test tests/Halo.Performance --filter TestCategory=Nightly</c>.
/// </summary>
[TestFixture, Explicit("It takes minutes and wants the machine to itself."), Category("Nightly"), NonParallelizable]
public sealed class ParallelismChecks
{
    private const int Runs = 60;
    private const int Attempts = 5;
    private double _sink;

    [Test]
    public void SpawnCost_AfterClear_IsWithinThreeTimes([Values] SpawnMethod method, [Values] bool isBusy)
    {
        using var load = isBusy ? LoadGenerator.Start() : null;
        var (meter, ratios) = (new SpawnCostMeter(), new List<double>(Runs));
        for (var run = 0; run < Runs; run++)
        {
            var (first, second) = (Measure(), Measure());
            ratios.Add(Math.Max(first, second) / Math.Min(first, second));
        }

        TestContext.Out.WriteLine($"{method}, {(isBusy ? "busy" : "calm")}: {ratios.Count(ratio => ratio <= 3)} of {Runs} within 3, greatest {ratios.Max():0.00}");
        Assert.That(ratios, Is.All.LessThanOrEqualTo(3));

        double Measure()
        {
            meter.Clear();
            return meter.CostOf(method).Median.TotalSeconds;
        }
    }

    [Test]
    public void Prediction_Calculations_IsWithinAQuarter() => Check(new int[200], _ => Calculate(1_000_000), most: 0.25);

    [Test]
    public void Prediction_Sleeping_IsWithinAQuarter() => Check(new int[400], item =>
    {
        Thread.Sleep(10);
        return item;
    }, most: 0.25);

    [Test]
    public void Prediction_UnevenItems_IsWithinAHalf()
    {
        var random = new Random(1);
        Check([.. Enumerable.Range(0, 300).Select(_ => (int)(-Math.Log(1 - random.NextDouble()) * 500_000))], Calculate, most: 0.5);
    }

    [Test]
    public void Advice_TinyItems_IsAPlainLoop()
    {
        using var work = new ParallelismAdvisor().Advise(new int[10_000], item => item + 1);
        Assert.That(work.Advice.IsParallel, Is.False, work.Advice.Reason);
    }

    // The median of some attempts: a neighbor that comes between the sample and the run spoils one.
    private static void Check<TResult>(int[] items, Func<int, TResult> function, double most)
    {
        var errors = new List<double>(Attempts);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var item in items) GC.KeepAlive(function(item));
            var serial = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var outcome = new ParallelismAdvisor().Run(items, function);
            var actual = serial * outcome.RestCount / items.Length / outcome.RestSeconds;
            errors.Add((outcome.PredictedSpeedup / actual) - 1);
            TestContext.Out.WriteLine($"{outcome.Advice.Workers} workers, batches of {outcome.Advice.BatchSize}: predicted {outcome.PredictedSpeedup:0.00}, actual {actual:0.00}, off by {errors[^1]:0.0 %}. {outcome.Advice.Reason}");
        }

        errors.Sort();
        Assert.That(Math.Abs(errors[Attempts / 2]), Is.LessThan(most));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Calculate(int rounds)
    {
        var value = 1.0;
        for (var round = 0; round < rounds; round++) value = Math.Sqrt(value + round);
        return _sink = value;
    }
}
