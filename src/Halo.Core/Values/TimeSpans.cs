namespace Halo.Core;

/// <summary>Seconds, as files and calculations have them, and time spans, as the API shows them.</summary>
public static class TimeSpans
{
    /// <summary>The most whole seconds that a time span holds: about 29,000 years.</summary>
    public const double MaxSeconds = 922_337_203_685;

    /// <summary>
    /// Seconds as a time span, rounded to its 100 nanoseconds. What is longer than a time span can be is the longest or, if
    /// negative, the shortest one; NaN is no time.
    /// </summary>
    /// <param name="seconds">The seconds.</param>
    public static TimeSpan FromSeconds(double seconds)
    {
        var ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return ticks >= long.MaxValue ? TimeSpan.MaxValue : ticks <= long.MinValue ? TimeSpan.MinValue : new TimeSpan((long)ticks);
    }
}
