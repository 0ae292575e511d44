namespace Halo.Results;

/// <summary>How a test compares with before.</summary>
internal enum ComparisonKind
{
    Same = 0,
    Slower,
    Faster,

    /// <summary>The medians differ, but so few samples can prove nothing.</summary>
    Undecided,

    /// <summary>Only in the new results.</summary>
    New,

    /// <summary>Only in the base.</summary>
    Missing,

    /// <summary>The base knows the test from other kinds of machines only: budgets are compared, times are not.</summary>
    OtherMachine,

    /// <summary>The test measures no time of its own, or has no finished sample: budgets are compared.</summary>
    NotTimed,
}

/// <summary>A test before and now, on one kind of machine.</summary>
/// <param name="Test">The test.</param>
/// <param name="Machine">The kind of machine; null for a test that is missing.</param>
/// <param name="Kind">What the comparison shows.</param>
/// <param name="Time">The times; null when they cannot be compared.</param>
/// <param name="Budget">How the budget changed.</param>
internal sealed record TestComparison(string Test, string? Machine, ComparisonKind Kind, TimeComparison? Time, BudgetChange Budget)
{
    /// <summary>Whether a person must look at it: it is slower, or a budget was raised.</summary>
    public bool IsFault => Kind == ComparisonKind.Slower || Budget.IsRaised;
}
