namespace Halo.Rules;

/// <summary>How much work a search for pairs of rules may do before it says that it stopped.</summary>
internal sealed record LintLimits
{
    public static LintLimits Default { get; } = new();

    /// <summary>Comparisons of two rules, of some nanoseconds each.</summary>
    public long Pairs { get; init; } = 20_000_000;

    /// <summary>Comparisons of two conditions and searches for an example task, of some microseconds each.</summary>
    public int CloseLooks { get; init; } = 100_000;

    /// <summary>Steps of some tens of nanoseconds to find out whether one condition can hold.</summary>
    public long Satisfiability { get; init; } = 20_000;

    /// <summary>Findings of one kind that are listed.</summary>
    public int Findings { get; init; } = 1_000;
}
