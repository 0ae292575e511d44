using System.Globalization;

namespace Halo.Routing;

/// <summary>When an agent is left alone: while its circuit is open its tasks fail at once, and are routed to others where there are any.</summary>
public sealed record CircuitBreakerSettings
{
    /// <summary>The share of failed attempts that opens the circuit, more than 0 and at most 1. Default 0.5.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many attempts there must have been before the share counts, 2 to 1,000,000. Default 10.</summary>
    public int MinimumAttempts { get; init; } = 10;

    /// <summary>Over what time attempts are counted, half a second to one day. Default 30 s.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one attempt may try again, half a second to one day. Default 10 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(10);

    internal IEnumerable<string> Faults()
    {
        if (!(FailureRatio is > 0 and <= 1)) yield return string.Create(CultureInfo.InvariantCulture, $"its circuit breaker has a failure ratio of {FailureRatio}; it must be more than 0 and at most 1");
        if (MinimumAttempts is < 2 or > 1_000_000) yield return string.Create(CultureInfo.InvariantCulture, $"its circuit breaker asks for {MinimumAttempts} attempts; it must be 2 to 1000000");
        if (!IsDuration(SamplingDuration)) yield return $"its circuit breaker counts over {SamplingDuration}; it must be half a second to one day";
        if (!IsDuration(BreakDuration)) yield return $"its circuit breaker breaks for {BreakDuration}; it must be half a second to one day";
    }

    private static bool IsDuration(TimeSpan time) => time >= TimeSpan.FromSeconds(0.5) && time <= ExecutionSettings.LongestTime;
}
