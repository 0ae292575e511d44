namespace Halo.Scheduling;

/// <summary>How long and how a schedule is improved.</summary>
public sealed record ImproveOptions
{
    /// <summary>The defaults: ten seconds.</summary>
    public static ImproveOptions Default { get; } = new();

    /// <summary>How long to search, more than zero; null to search for <see cref="Iterations"/> only. Default 10 seconds.</summary>
    public TimeSpan? TimeBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many moves each search makes at most, zero or more; null for no limit. With a limit and without a time budget
    /// the result depends on nothing but the schedule, the seed and the number of searches. Default null.
    /// </summary>
    public long? Iterations { get; init; }

    /// <summary>Where chance begins. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many searches run side by side, each on a thread, from 1 to 64; the best result counts. Default 2.</summary>
    public int Searches { get; init; } = 2;

    /// <summary>What measures the time budget. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void ThrowIfInvalid()
    {
        if (TimeBudget is { } budget && budget <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(TimeBudget), budget, "TimeBudget must be more than zero.");
        if (Iterations is < 0) throw new ArgumentOutOfRangeException(nameof(Iterations), Iterations, "Iterations must not be negative.");
        if (TimeBudget is null && Iterations is null) throw new ArgumentException("Give a TimeBudget, Iterations or both: the search does not end by itself.");
        if (Searches is < 1 or > 64) throw new ArgumentOutOfRangeException(nameof(Searches), Searches, "Searches must be from 1 to 64.");
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
