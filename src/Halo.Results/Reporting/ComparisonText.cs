namespace Halo.Results;

/// <summary>Comparisons in words.</summary>
internal static class ComparisonText
{
    /// <summary>
    /// A word, a shift and a changed budget, <c>slower +12.3 %, budget 100 ms -> 120 ms</c>; empty when there is nothing to
    /// say.
    /// </summary>
    public static string Of(TestComparison comparison)
    {
        List<string> parts = [];
        if (comparison.Time is { } time) parts.Add($"{NameOf(comparison.Kind)} {Amount.Shift(time.Shift)}");
        else if (comparison.Kind != ComparisonKind.NotTimed) parts.Add(NameOf(comparison.Kind));
        if (comparison.Budget.Text.Length > 0) parts.Add(BudgetOf(comparison));
        return string.Join(", ", parts);
    }

    /// <summary>The changed budget, marked when it was raised; empty when it is the same.</summary>
    public static string BudgetOf(TestComparison comparison) => comparison.Budget.IsRaised ? comparison.Budget.Text + " (raised)" : comparison.Budget.Text;

    public static string NameOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Slower => "slower",
        ComparisonKind.Faster => "faster",
        ComparisonKind.Undecided => "undecided",
        ComparisonKind.New => "new",
        ComparisonKind.Missing => "missing",
        ComparisonKind.OtherMachine => "other machine",
        ComparisonKind.NotTimed => "not timed",
        _ => "same",
    };
}
