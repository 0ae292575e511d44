using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>Does the first items of a sequence, alone and several at once, and measures them. Each is done exactly once.</summary>
internal sealed class WorkSampler<T, TResult>(ItemSource<T> source, Func<T, TResult> function, IWorkClock clock, SamplingPlan plan)
{
    private readonly SampleFigures _figures = new();
    private readonly OrderedResults<TResult> _results = new();
    private readonly FirstFailure _failure = new();

    /// <summary>Samples, and returns the times; the results go to <paramref name="results"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; an item that has begun is finished first.</exception>
    /// <remarks>What the function or the sequence throws is thrown on.</remarks>
    public SampleFigures Take(out IReadOnlyList<TResult> results, CancellationToken cancellationToken)
    {
        var slice = plan.Seconds / (2 * plan.Rounds);
        for (var round = 0; round < plan.Rounds; round++)
        {
            TakeAlone(Share(plan.Alone, round), slice, cancellationToken);
            if (plan.Together > 0 && source.Left != 0) TakeTogether(Share(plan.Together, round), slice, cancellationToken);
            _failure.Rethrow();
            cancellationToken.ThrowIfCancellationRequested();
        }

        results = _results.ToList();
        return _figures;
    }

    // Nothing is lost by rounding: later rounds get what is over.
    private int Share(int most, int round) => (most * (round + 1) / plan.Rounds) - (most * round / plan.Rounds);

    private void TakeAlone(int most, double seconds, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        var start = clock.Read();
        for (var item = 0; item < most && (item == 0 || !IsOver(begin, seconds, cancellationToken)); item++)
        {
            if (!source.TryTake(1, out var batch)) break;
            _figures.Alone.Add(Do(batch));
            // What the very first item compiles and loads is no part of the others.
            if (_figures.Alone.Count == 1 && most > 2) start = clock.Read();
        }

        _figures.AddClock(start, clock.Read());
    }

    private void TakeTogether(int most, double seconds, CancellationToken cancellationToken)
    {
        // Chosen once: times with different numbers of others do not belong together.
        if (_figures.Workers == 0) _figures.Workers = plan.WorkersFor(_figures.CpuShare);
        var (begin, left, times) = (Stopwatch.GetTimestamp(), most, new Lock());
        Crew.Run(_figures.Workers, SpawnMethod.DedicatedThread, () =>
        {
            var own = new List<double>();
            try
            {
                while ((own.Count == 0 || !IsOver(begin, seconds, cancellationToken)) && !_failure.IsSet && Interlocked.Decrement(ref left) >= 0 && source.TryTake(1, out var batch))
                {
                    try
                    {
                        own.Add(Do(batch));
                    }
                    catch (Exception fault)
                    {
                        _failure.Set(batch.Start, fault);
                    }
                }
            }
            catch (Exception fault)
            {
                _failure.Set(long.MaxValue, fault); // the sequence's own, behind all its items
            }

            lock (times) _figures.Together.AddRange(own);
        });
    }

    private double Do(Batch<T> batch)
    {
        var start = Stopwatch.GetTimestamp();
        var result = function(batch.Items[0]);
        var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _results.Add(new Batch<TResult>(batch.Start, [result]));
        return time;
    }

    private static bool IsOver(long begin, double seconds, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || Stopwatch.GetElapsedTime(begin).TotalSeconds >= seconds;
}
