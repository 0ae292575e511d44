namespace Halo.Results;

/// <summary>How much stored results and baselines may ask of their reader. Beyond a limit they are refused with an error that names it.</summary>
public sealed record PerfLimits
{
    private const int LargestFile = 1 << 30; // no larger text fits into one string

    /// <summary>The defaults.</summary>
    public static PerfLimits Default { get; } = new();

    /// <summary>The largest file in bytes, from 1 to 1 GiB. Default 256 MiB.</summary>
    public int MaxFileBytes { get; init; } = 256 << 20;

    /// <summary>The most attempts in all files that are read at one time, at least 1. Default 1,000,000.</summary>
    public int MaxAttempts { get; init; } = 1_000_000;

    /// <summary>The limits, or the defaults for null.</summary>
    /// <exception cref="PerfDataException">A limit is out of its range; every such limit is listed.</exception>
    internal static PerfLimits Of(PerfLimits? limits)
    {
        limits ??= Default;
        var faults = new List<string>();
        if (limits.MaxFileBytes is < 1 or > LargestFile) faults.Add($"{nameof(MaxFileBytes)} must be from 1 to {LargestFile}.");
        if (limits.MaxAttempts < 1) faults.Add($"{nameof(MaxAttempts)} must be at least 1.");
        return faults.Count == 0 ? limits : throw new PerfDataException(faults);
    }
}
