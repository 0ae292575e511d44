namespace Halo.Formats;

/// <summary>Counts steps of work, so that a small file cannot ask for hours.</summary>
internal sealed class WorkLimit(int steps)
{
    private int _left = steps;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool IsExceeded => _left < 0;

    /// <summary>Takes steps; false when none are left.</summary>
    public bool Take(int count = 1)
    {
        _left = Math.Max(_left - count, -1);
        return _left >= 0;
    }
}
