using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>Hands out the items of a sequence, each once, to any thread. The sequence is enumerated once.</summary>
internal sealed class ItemSource<T>(IEnumerable<T> items) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly int? _count = items.TryGetNonEnumeratedCount(out var count) ? count : null;
    private IEnumerator<T>? _items;
    private long _taken;
    private bool _isAtEnd;

    /// <summary>Items not yet taken; null when the sequence does not know.</summary>
    public int? Left
    {
        get
        {
            lock (_lock) return _isAtEnd ? 0 : _count - (int)_taken;
        }
    }

    /// <summary>The time spent in the sequence itself, in seconds.</summary>
    public double Seconds { get; private set; }

    /// <summary>Takes the next items; none are left when it returns false. What the sequence throws ends it.</summary>
    /// <param name="most">The most items; at least 1.</param>
    /// <param name="batch">At least one item when true.</param>
    public bool TryTake(int most, out Batch<T> batch)
    {
        lock (_lock)
        {
            var start = Stopwatch.GetTimestamp();
            batch = new Batch<T>(_taken, _isAtEnd ? [] : Take(most));
            _taken += batch.Items.Length;
            Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            return batch.Items.Length > 0;
        }
    }

    /// <summary>The items that are left, for one thread that has the source to itself: a plain loop.</summary>
    public IEnumerable<T> TakeAll()
    {
        _items ??= items.GetEnumerator();
        while (!_isAtEnd && _items.MoveNext())
        {
            _taken++;
            yield return _items.Current;
        }

        _isAtEnd = true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isAtEnd = true;
            _items?.Dispose();
        }
    }

    private T[] Take(int most)
    {
        var taken = new List<T>(Math.Min(most, Array.MaxLength));
        var isRead = false;
        try
        {
            _items ??= items.GetEnumerator();
            while (taken.Count < most && _items.MoveNext()) taken.Add(_items.Current);
            isRead = true;
        }
        finally
        {
            _isAtEnd = !isRead || taken.Count < most;
        }

        return [.. taken];
    }
}
