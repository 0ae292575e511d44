namespace Halo.Parallelism;

/// <summary>How spawn costs are measured.</summary>
public sealed record SpawnCostOptions
{
    /// <summary>The defaults.</summary>
    public static SpawnCostOptions Default { get; } = new();

    /// <summary>How many samples, each the quickest of several starts, give the median; 3 to 1,001, by default 31.</summary>
    public int Samples { get; init; } = 31;

    /// <summary>How long a measurement is good for; by default 5 minutes. A fallback is good for a tenth of that.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a measurement may take; by default 2 seconds, at most a minute. With fewer than 3 samples by then a typical figure stands in.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(Samples, Samples is >= 3 and <= 1_001, "from 3 to 1001");
        faults.InRange(Lifetime, Lifetime > TimeSpan.Zero, "more than zero");
        faults.InRange(Timeout, Timeout > TimeSpan.Zero && Timeout <= TimeSpan.FromMinutes(1), "more than zero and at most one minute");
        return faults.Found;
    }
}
