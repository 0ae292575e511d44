namespace Halo.Rules;

/// <summary>How much an input file may ask of its reader. Beyond a limit it is refused with a clear error.</summary>
public sealed record InputLimits
{
    /// <summary>The defaults.</summary>
    public static InputLimits Default { get; } = new();

    /// <summary>The largest file in bytes. Default 512 MiB.</summary>
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>The deepest nesting of objects and arrays. Default 128, which the deepest condition a rule may have stays within.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>The most tasks, rules or agents in one file. Default 10,000,000.</summary>
    public int MaxItems { get; init; } = 10_000_000;

    /// <summary>The most dependencies between the tasks of one file. Default 100,000,000.</summary>
    public long MaxDependencies { get; init; } = 100_000_000;

    /// <summary>The most attributes of one task. Default 10,000.</summary>
    public int MaxAttributes { get; init; } = 10_000;

    /// <summary>The longest regular expression in characters. Default 1,000, which no rule may exceed whatever stands here.</summary>
    public int MaxRegexLength { get; init; } = RegexPattern.MaxLength;

    /// <summary>The most aliases in one YAML file; what they stand for counts as values besides. Default 10,000.</summary>
    public int MaxAliases { get; init; } = 10_000;
}
