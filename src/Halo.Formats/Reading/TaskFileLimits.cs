namespace Halo.Formats;

/// <summary>
/// How much a task file may ask of its reader. Beyond a limit it is refused with a clear error. A reader that is given a
/// limit out of its range throws an <see cref="ArgumentException"/> that names every such limit.
/// </summary>
public sealed record TaskFileLimits
{
    /// <summary>The defaults.</summary>
    public static TaskFileLimits Default { get; } = new();

    /// <summary>What holds for every file.</summary>
    public InputLimits Input { get; init; } = InputLimits.Default;

    /// <summary>The most aliases in one YAML file; what they refer to counts as values too. At least 0, default 10,000.</summary>
    public int MaxAliases { get; init; } = 10_000;

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.NotNull(Input);
        faults.Inside(Input?.Faults(), nameof(Input));
        faults.InRange(MaxAliases, MaxAliases >= 0, "at least 0");
        return faults.Found;
    }

    /// <summary>The limits, checked, or the defaults for null.</summary>
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    internal static TaskFileLimits Of(TaskFileLimits? limits)
    {
        if (limits is null) return Default;
        OptionFault.ThrowIfAny(limits.Faults());
        return limits;
    }
}
