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
}
