namespace Halo.NUnit;

/// <summary>How long the yardstick takes on this machine when nothing disturbs it.</summary>
/// <param name="given">A known time in milliseconds; null to know only what this process has seen.</param>
internal sealed class YardstickReference(double? given)
{
    private readonly Lock _lock = new();
    private double _fastestMs = given ?? double.PositiveInfinity;

    /// <summary>The fastest in milliseconds; infinite before the first run.</summary>
    public double FastestMs
    {
        get
        {
            lock (_lock) return _fastestMs;
        }
    }

    /// <summary>How many times as long as the fastest a run took: at least 1.</summary>
    public double SlowdownOf(double netMs)
    {
        lock (_lock)
        {
            if (netMs <= 0) return 1;
            _fastestMs = Math.Min(_fastestMs, netMs);
            return netMs / _fastestMs;
        }
    }
}
