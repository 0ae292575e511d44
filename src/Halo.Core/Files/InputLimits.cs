namespace Halo.Routing;

/// <summary>
/// How much an input file may ask of its reader. Beyond a limit it is refused with a clear error. A reader that is given a
/// limit out of its range throws an <see cref="ArgumentException"/> that names every such limit.
/// </summary>
public sealed record InputLimits
{
    private const int DeepestDepth = 1_000; // documents are read by recursion, and stacks end

    /// <summary>The defaults.</summary>
    public static InputLimits Default { get; } = new();

    /// <summary>The largest file in bytes, at least 1. Default 512 MiB.</summary>
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>The deepest nesting of objects and arrays, from 1 to 1,000. Default 128, which the deepest condition a rule may have stays within.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>The most tasks, rules or agents in one file, at least 0. Default 10,000,000.</summary>
    public int MaxItems { get; init; } = 10_000_000;

    /// <summary>The most dependencies between the tasks of one file, at least 0. Default 100,000,000.</summary>
    public long MaxDependencies { get; init; } = 100_000_000;

    /// <summary>The most attributes of one task, at least 0. Default 10,000.</summary>
    public int MaxAttributes { get; init; } = 10_000;

    /// <summary>The longest regular expression in characters, at least 0. Default 1,000, which no rule may exceed whatever stands here.</summary>
    public int MaxRegexLength { get; init; } = 1_000;

    /// <summary>The limits, checked, or the defaults for null.</summary>
    /// <param name="limits">The limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    public static InputLimits Of(InputLimits? limits)
    {
        if (limits is null) return Default;
        OptionFault.ThrowIfAny(limits.Faults());
        return limits;
    }

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxBytes, MaxBytes >= 1, "at least 1");
        faults.InRange(MaxDepth, MaxDepth is >= 1 and <= DeepestDepth, $"from 1 to {DeepestDepth}");
        faults.InRange(MaxItems, MaxItems >= 0, "at least 0");
        faults.InRange(MaxDependencies, MaxDependencies >= 0, "at least 0");
        faults.InRange(MaxAttributes, MaxAttributes >= 0, "at least 0");
        faults.InRange(MaxRegexLength, MaxRegexLength >= 0, "at least 0");
        return faults.Found;
    }
}
