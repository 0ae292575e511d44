using System.Globalization;

namespace Halo.Routing;

/// <summary>How a failed attempt is repeated: after a pause that doubles from attempt to attempt.</summary>
public sealed record RetrySettings
{
    /// <summary>How many attempts there may be, the first among them: 1 (no repetition) to 1,000. Default 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The pause after the first attempt, zero to one day. Default 1 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, zero to one day. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether pauses vary at random, so that tasks that failed together are not repeated together. Default true.</summary>
    public bool Jitter { get; init; } = true;

    /// <summary>
    /// Kinds of failure that no repetition helps against: the kind that the handler gave, or the name of the exception's type or of
    /// one of its base types, such as <c>ArgumentException</c>. Default none.
    /// </summary>
    public IReadOnlyList<string> NonRetryable { get; init; } = [];

    internal IEnumerable<string> Faults()
    {
        if (MaxAttempts is < 1 or > 1_000) yield return string.Create(CultureInfo.InvariantCulture, $"its retry has {MaxAttempts} attempts; it must be 1 to 1000");
        if (!IsPause(Delay)) yield return $"its retry pauses for {Delay}; it must be zero to {ExecutionSettings.LongestTime}";
        if (!IsPause(MaxDelay)) yield return $"its longest retry pause is {MaxDelay}; it must be zero to {ExecutionSettings.LongestTime}";
        if (NonRetryable is null || NonRetryable.Any(string.IsNullOrEmpty)) yield return "its list of failures that are not retried is missing or holds an empty text";
    }

    private static bool IsPause(TimeSpan time) => time >= TimeSpan.Zero && time <= ExecutionSettings.LongestTime;
}
