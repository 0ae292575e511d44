namespace Halo.Routing;

/// <summary>
/// How much an input file may ask of its reader. Beyond a limit it is refused with a clear error. A reader that is given a
/// limit out of its range throws a <see cref="HaloValidationException"/> that names every such limit.
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

    /// <summary>The most aliases in one YAML file; what they refer to counts as values too. At least 0, default 10,000.</summary>
    public int MaxAliases { get; init; } = 10_000;

    /// <summary>The limits, checked, or the defaults for null.</summary>
    /// <param name="limits">The limits; null for the defaults.</param>
    /// <exception cref="HaloValidationException">A limit is out of its range; every such limit is listed.</exception>
    public static InputLimits Of(InputLimits? limits)
    {
        if (limits is null) return Default;
        var faults = new DiagnosticBag();
        Require(limits.MaxBytes >= 1, nameof(MaxBytes), "at least 1");
        Require(limits.MaxDepth is >= 1 and <= DeepestDepth, nameof(MaxDepth), $"from 1 to {DeepestDepth}");
        Require(limits.MaxItems >= 0, nameof(MaxItems), "at least 0");
        Require(limits.MaxDependencies >= 0, nameof(MaxDependencies), "at least 0");
        Require(limits.MaxAttributes >= 0, nameof(MaxAttributes), "at least 0");
        Require(limits.MaxRegexLength >= 0, nameof(MaxRegexLength), "at least 0");
        Require(limits.MaxAliases >= 0, nameof(MaxAliases), "at least 0");
        faults.ThrowIfErrors();
        return limits;

        void Require(bool holds, string limit, string allowed)
        {
            if (!holds) faults.Error(DiagnosticCodes.InvalidValue, $"The limit {limit} is out of its range.", $"It must be {allowed}.");
        }
    }
}
