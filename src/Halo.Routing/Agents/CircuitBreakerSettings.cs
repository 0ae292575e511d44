namespace Halo.Routing;

/// <summary>When an agent is left alone: while its circuit is open its tasks fail at once, and are routed to others where there are any.</summary>
public sealed record CircuitBreakerSettings
{
    private const string Durations = "from half a second to one day";

    /// <summary>The defaults: half of at least 10 attempts in 30 s.</summary>
    public static CircuitBreakerSettings Default { get; } = new();

    /// <summary>The share of failed attempts that opens the circuit, more than 0 and at most 1. Default 0.5.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many attempts there must have been before the share counts, 2 to 1,000,000. Default 10.</summary>
    public int MinimumAttempts { get; init; } = 10;

    /// <summary>Over what time attempts are counted, half a second to one day. Default 30 s.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one attempt may try again, half a second to one day. Default 10 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(FailureRatio, FailureRatio is > 0 and <= 1, "more than 0 and at most 1");
        faults.InRange(MinimumAttempts, MinimumAttempts is >= 2 and <= 1_000_000, "from 2 to 1000000");
        faults.InRange(SamplingDuration, IsDuration(SamplingDuration), Durations);
        faults.InRange(BreakDuration, IsDuration(BreakDuration), Durations);
        return faults.Found;
    }

    private static bool IsDuration(TimeSpan time) => time >= TimeSpan.FromSeconds(0.5) && time <= ExecutionSettings.LongestTime;
}
