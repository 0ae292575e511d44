namespace Halo.Parallelism;

/// <summary>Collects the results of batches from any thread, and puts them in the order of the items.</summary>
internal sealed class OrderedResults<TResult>
{
    private readonly Lock _lock = new();
    private readonly List<Batch<TResult>> _batches = [];

    public void Add(Batch<TResult> results)
    {
        lock (_lock) _batches.Add(results);
    }

    /// <summary>All results so far. O(n log n) in the batches.</summary>
    public IReadOnlyList<TResult> ToList()
    {
        lock (_lock)
        {
            _batches.Sort((one, other) => one.Start.CompareTo(other.Start));
            return [.. _batches.SelectMany(batch => batch.Items)];
        }
    }
}
