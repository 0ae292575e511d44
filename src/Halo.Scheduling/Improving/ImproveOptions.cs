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

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(TimeBudget, TimeBudget is null || TimeBudget > TimeSpan.Zero, "more than zero, or null");
        faults.InRange(Iterations, Iterations is null or >= 0, "at least 0, or null");
        if (TimeBudget is null && Iterations is null) faults.Add(nameof(TimeBudget), $"must be given, or {nameof(Iterations)}, or both: the search does not end by itself");
        faults.InRange(Searches, Searches is >= 1 and <= 64, "from 1 to 64");
        faults.NotNull(TimeProvider);
        return faults.Found;
    }
}
