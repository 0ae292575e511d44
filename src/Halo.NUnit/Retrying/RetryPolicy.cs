using System.Globalization;

namespace Halo.NUnit;

/// <summary>When and how often a test is tried again.</summary>
internal sealed record RetryPolicy
{
    private const int MostRetries = 100;
    private const double LongestDelay = 3_600;
    private const double LargestFactor = 100;

    /// <summary>The default: a test that is not tried again.</summary>
    public static RetryPolicy Default { get; } = new();

    public int MaxRetries { get; init; }

    /// <summary>Seconds.</summary>
    public double InitialDelay { get; init; }

    public double BackoffFactor { get; init; } = 1;

    /// <summary>Seconds.</summary>
    public double MaxDelay { get; init; } = LongestDelay;

    public bool OnlyOnAssertion { get; init; } = true;

    public PerfGate Gate { get; init; }

    public PerfOnExhausted OnExhausted { get; init; }

    public string? Reason { get; init; }

    /// <summary>Seconds as a time, within the range of pauses; what is out of it is named when the test runs.</summary>
    public static TimeSpan Pause(double seconds) => TimeSpan.FromSeconds(double.IsNaN(seconds) ? 0 : Math.Clamp(seconds, 0, LongestDelay));

    /// <summary>The pause before a retry.</summary>
    /// <param name="retry">The retry, from 0.</param>
    public TimeSpan DelayBefore(int retry) => TimeSpan.FromSeconds(Math.Min(MaxDelay, InitialDelay * Math.Pow(BackoffFactor, retry)));

    /// <summary>Every fault of the policy.</summary>
    public IEnumerable<string> Faults()
    {
        if (MaxRetries is < 0 or > MostRetries) yield return Text($"MaxRetries is {MaxRetries}; it must be from 0 to {MostRetries}.");
        if (!(InitialDelay is >= 0 and <= LongestDelay)) yield return Text($"InitialDelay is {InitialDelay} s; it must be from 0 to {LongestDelay}.");
        if (!(BackoffFactor is >= 1 and <= LargestFactor)) yield return Text($"BackoffFactor is {BackoffFactor}; it must be from 1 to {LargestFactor}.");
        if (!(MaxDelay is >= 0 and <= LongestDelay)) yield return Text($"MaxDelay is {MaxDelay} s; it must be from 0 to {LongestDelay}.");
        if (!Enum.IsDefined(Gate)) yield return $"Gate is {Gate}; it must be Contention or Always.";
        if (!Enum.IsDefined(OnExhausted)) yield return $"OnExhausted is {OnExhausted}; it must be NetTime, Fail or Inconclusive.";
        if (!OnlyOnAssertion && Gate != PerfGate.Always) yield return "OnlyOnAssertion is false, which needs Gate = PerfGate.Always: no signal tells why a plain assertion failed.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
