using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>Measures what handing a batch to a worker costs while another one wants its own: empty work is all hand-over.</summary>
internal static class HandOver
{
    private const int Rounds = 7;
    private const int Batches = 400;

    /// <summary>The median time of one batch in seconds. A few milliseconds.</summary>
    public static double MeasureSeconds()
    {
        var rounds = new List<double>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            using var source = new ItemSource<int>(Enumerable.Range(0, Batches));
            var results = new OrderedResults<int>();
            var start = Stopwatch.GetTimestamp();
            Crew.Run(2, SpawnMethod.ThreadPool, () =>
            {
                while (source.TryTake(1, out var batch)) results.Add(batch);
            });
            rounds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / Batches);
        }

        rounds.Sort();
        return Quantile.Of(rounds, 0.5);
    }
}
