namespace Halo.NUnit;

/// <summary>How long the yardstick takes on this machine when nothing disturbs it.</summary>
/// <param name="given">A known time in milliseconds; null to know only what this process has seen.</param>
internal sealed class YardstickReference(double? given)
{
    private const double LargestBelievedSlowdown = 3;

    private readonly Lock _lock = new();
    private double _seenMs = double.PositiveInfinity;

    /// <summary>Whether the known time is believed: it is not when the best run ever seen takes more than three times as long.</summary>
    public bool IsBelieved => given is null || double.IsInfinity(_seenMs) || _seenMs <= given * LargestBelievedSlowdown;

    /// <summary>The fastest in milliseconds; infinite before the first run when no time is known.</summary>
    public double FastestMs
    {
        get
        {
            lock (_lock) return IsBelieved ? Math.Min(given ?? double.PositiveInfinity, _seenMs) : _seenMs;
        }
    }

    /// <summary>How many times as long as the fastest a run took: at least 1.</summary>
    public double SlowdownOf(double runMs)
    {
        if (runMs <= 0) return 1;
        lock (_lock) _seenMs = Math.Min(_seenMs, runMs);
        return runMs / FastestMs;
    }
}
