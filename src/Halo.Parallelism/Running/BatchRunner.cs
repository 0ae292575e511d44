namespace Halo.Parallelism;

/// <summary>Does all items of a source, batch after batch, on several workers. Each item is done exactly once.</summary>
internal static class BatchRunner
{
    /// <summary>Runs, and returns the results in the order of the items.</summary>
    /// <param name="source">The items.</param>
    /// <param name="function">What is done with each.</param>
    /// <param name="advice">How many workers, how they are started, and how many items they take at one time.</param>
    /// <param name="cancellationToken">Ends the run; items that have begun are finished first.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What the function or the sequence throws is thrown on, by the order of the items; no more items begin then.</remarks>
    public static IReadOnlyList<TResult> Run<T, TResult>(ItemSource<T> source, Func<T, TResult> function, Advice advice, CancellationToken cancellationToken)
    {
        if (!advice.IsParallel) return RunAlone(source, function, cancellationToken);
        var (results, failure) = (new OrderedResults<TResult>(), new FirstFailure());
        Crew.Run(advice.Workers, advice.Method, () =>
        {
            var place = long.MaxValue; // the sequence's own faults lie behind all its items
            try
            {
                while (!failure.IsSet && source.TryTake(advice.BatchSize, out var batch))
                {
                    var done = new TResult[batch.Items.Length];
                    for (var item = 0; item < done.Length; item++)
                    {
                        if (failure.IsSet) return;
                        cancellationToken.ThrowIfCancellationRequested();
                        place = batch.Start + item;
                        done[item] = function(batch.Items[item]);
                    }

                    results.Add(new Batch<TResult>(batch.Start, done));
                    place = long.MaxValue;
                }
            }
            catch (Exception fault)
            {
                failure.Set(place, fault);
            }
        });
        failure.Rethrow();
        cancellationToken.ThrowIfCancellationRequested();
        return results.ToList();
    }

    private static List<TResult> RunAlone<T, TResult>(ItemSource<T> source, Func<T, TResult> function, CancellationToken cancellationToken)
    {
        var results = new List<TResult>(source.Left ?? 0);
        foreach (var item in source.TakeAll())
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(function(item));
        }

        return results;
    }
}
