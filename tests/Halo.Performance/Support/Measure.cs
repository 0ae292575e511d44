using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Halo.Performance;

/// <summary>Measures steady state: warmed up, in batches long enough for the clock, several samples.</summary>
internal static class Measure
{
    public const int Samples = 7;

    private static readonly TimeSpan BatchLength = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WarmUpRound = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(120);

    /// <summary>The median of seven samples of the net time of one call, in milliseconds.</summary>
    public static double MedianMs(Action call)
    {
        Warm(call);
        var batch = BatchOf(call);
        var samples = new double[Samples];
        for (var i = 0; i < Samples; i++) samples[i] = SampleMs(call, batch);
        return Median(samples);
    }

    /// <summary>How many times longer the reference takes: median of pairs, the two interleaved so that both see the same machine.</summary>
    public static double Ratio(Action reference, Action subject)
    {
        Warm(reference);
        Warm(subject);
        var (referenceBatch, subjectBatch) = (BatchOf(reference), BatchOf(subject));
        var ratios = new double[Samples];
        for (var i = 0; i < Samples; i++) ratios[i] = SampleMs(reference, referenceBatch) / SampleMs(subject, subjectBatch);
        return Median(ratios);
    }

    /// <summary>The slope of a line through the logarithms (least squares): 0 for a cost that does not grow, 1 for one in proportion.</summary>
    public static double Exponent(IReadOnlyList<int> sizes, IReadOnlyList<double> times)
    {
        var (x, y) = (sizes.Select(size => Math.Log(size)).ToArray(), times.Select(time => Math.Log(time)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    /// <summary>Fails when the code of a type's assembly was compiled without optimisation: no figure of it would mean anything.</summary>
    public static void RequireOptimized(Type type)
    {
        var flags = type.Assembly.GetCustomAttribute<DebuggableAttribute>();
        if (flags?.IsJITOptimizerDisabled == true) throw new InvalidOperationException($"{type.Assembly.GetName().Name} was compiled without optimisation.");
    }

    public static void AtMost(double budgetMs, double measuredMs)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"net {measuredMs:0.0000} ms, budget {budgetMs:0.0000} ms"));
        Assert.That(measuredMs, Is.LessThanOrEqualTo(budgetMs), "net milliseconds");
    }

    /// <summary>
    /// Calls until the runtime has compiled the optimised code: until three rounds in a row were no faster than the best
    /// before. The pauses are for its compiler thread, which a busy machine may keep waiting.
    /// </summary>
    private static void Warm(Action call)
    {
        const int MostRounds = 60;
        const int CalmRounds = 3;
        var best = double.MaxValue;
        for (int round = 0, calm = 0; round < MostRounds && calm < CalmRounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var calls = 0;
            for (; calls == 0 || clock.Elapsed < WarmUpRound; calls++) call();
            var each = clock.Elapsed.TotalMilliseconds / calls;
            calm = each > best * 0.9 ? calm + 1 : 0;
            best = Math.Min(best, each);
            Thread.Sleep(WarmUpPause);
        }
    }

    private static int BatchOf(Action call)
    {
        var one = SampleMs(call, 1);
        return Math.Max(1, (int)(BatchLength.TotalMilliseconds / Math.Max(one, 0.0001)));
    }

    private static double SampleMs(Action call, int batch)
    {
        var clock = NetStopwatch.StartNew();
        for (var i = 0; i < batch; i++) call();
        return clock.Elapsed.TotalMilliseconds / batch;
    }

    private static double Median(double[] samples)
    {
        Array.Sort(samples);
        return samples[samples.Length / 2];
    }
}
