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

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxFileBytes, MaxFileBytes is >= 1 and <= LargestFile, $"from 1 to {LargestFile}");
        faults.InRange(MaxAttempts, MaxAttempts >= 1, "at least 1");
        return faults.Found;
    }

    /// <summary>The limits, checked, or the defaults for null.</summary>
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    internal static PerfLimits Of(PerfLimits? limits)
    {
        if (limits is null) return Default;
        OptionFault.ThrowIfAny(limits.Faults());
        return limits;
    }
}
