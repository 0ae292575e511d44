namespace Halo.Routing;

/// <summary>How a failed attempt is repeated: after a pause that doubles from attempt to attempt.</summary>
public sealed record RetrySettings
{
    private const string Pauses = "from zero to one day";

    /// <summary>The defaults: three attempts, pauses from 1 s to 30 s.</summary>
    public static RetrySettings Default { get; } = new();

    /// <summary>How many attempts there may be, the first among them: 1 (no repetition) to 1,000. Default 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The pause after the first attempt, zero to one day. Default 1 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, zero to one day. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether pauses vary at random, so that tasks that failed together are not repeated together. Default true.</summary>
    public bool Jitter { get; init; } = true;

    /// <summary>
    /// Kinds of failure that are not tried again: the kind that the handler gave, or the name of the exception's type or of
    /// one of its base types, such as <c>ArgumentException</c>. Default none.
    /// </summary>
    public IReadOnlyList<string> NonRetryable { get; init; } = [];

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxAttempts, MaxAttempts is >= 1 and <= 1_000, "from 1 to 1000");
        faults.InRange(Delay, IsPause(Delay), Pauses);
        faults.InRange(MaxDelay, IsPause(MaxDelay), Pauses);
        faults.NotNull(NonRetryable);
        if (NonRetryable is not null && NonRetryable.Any(string.IsNullOrEmpty)) faults.Add(nameof(NonRetryable), "must not hold an empty text");
        return faults.Found;
    }

    private static bool IsPause(TimeSpan time) => time >= TimeSpan.Zero && time <= ExecutionSettings.LongestTime;
}
