namespace Halo.Parallelism;

/// <summary>How spawn costs are measured.</summary>
public sealed record SpawnCostOptions
{
    /// <summary>How many samples, each the quickest of several starts, give the median; 3 to 1,001, by default 31.</summary>
    public int Samples { get; init; } = 31;

    /// <summary>How long a measurement is good for; by default 5 minutes. A fallback is good for a tenth of that.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a measurement may take; by default 2 seconds, at most a minute. With fewer than 3 samples by then a typical figure stands in.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    internal IEnumerable<string> Faults()
    {
        if (Samples is < 3 or > 1_001) yield return "Samples must be from 3 to 1,001.";
        if (Lifetime <= TimeSpan.Zero) yield return "Lifetime must be positive.";
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1)) yield return "Timeout must be positive and at most a minute.";
    }
}
