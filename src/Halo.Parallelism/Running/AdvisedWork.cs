using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>Work of which a sample is done: the advice, the results so far, and what is left.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TResult">The type of the results.</typeparam>
/// <remarks>It holds the sequence open until it is disposed.</remarks>
public sealed class AdvisedWork<T, TResult> : IDisposable
{
    private readonly ItemSource<T> _source;
    private readonly Func<T, TResult> _function;

    internal AdvisedWork(ItemSource<T> source, Func<T, TResult> function, IReadOnlyList<TResult> sampled, Advice advice)
    {
        _source = source;
        _function = function;
        Sampled = sampled;
        Advice = advice;
    }

    /// <summary>How to do what is left.</summary>
    public Advice Advice { get; }

    /// <summary>The results of the sample: those of the first items, in order.</summary>
    public IReadOnlyList<TResult> Sampled { get; }

    /// <summary>The items that are left, each handed out once over all enumerations; the sequence goes on where the sample ended.</summary>
    public IEnumerable<T> Rest
    {
        get
        {
            while (_source.TryTake(1, out var batch)) yield return batch.Items[0];
        }
    }

    /// <summary>Does what is left as advised.</summary>
    /// <param name="cancellationToken">Ends the run; items that have begun are finished first.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What the function or the sequence throws is thrown on, by the order of the items.</remarks>
    public RunOutcome<TResult> Finish(CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        var rest = BatchRunner.Run(_source, _function, Advice, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new RunOutcome<TResult> { Results = [.. Sampled, .. rest], Advice = Advice, RestCount = rest.Count, RestSeconds = seconds };
    }

    /// <summary>Closes the sequence.</summary>
    public void Dispose() => _source.Dispose();
}
