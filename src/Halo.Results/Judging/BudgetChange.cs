namespace Halo.Results;

/// <summary>How a test's budget differs from the accepted one.</summary>
/// <param name="IsRaised">Whether it is looser, and so must be accepted.</param>
/// <param name="IsLowered">Whether it is tighter and nothing of it is looser.</param>
/// <param name="Text">What changed, such as <c>budget 100 ms -> 120 ms</c>; empty when nothing did.</param>
internal sealed record BudgetChange(bool IsRaised, bool IsLowered, string Text)
{
    public static BudgetChange None { get; } = new(false, false, "");

    public static BudgetChange Of(BaselineTest before, BaselineTest now)
    {
        if (before.Budget is not { } old || now.Budget is not { } budget) return None;
        if (before.Kind != now.Kind) return new BudgetChange(true, false, $"budget {Amount.Budget(old, before.Kind)} -> {Amount.Budget(budget, now.Kind)}");

        // No limit is the highest of all.
        var (oldBytes, bytes) = (before.MaxBytes ?? long.MaxValue, now.MaxBytes ?? long.MaxValue);
        List<string> parts = [];
        if (budget != old) parts.Add($"budget {Amount.Budget(old, before.Kind)} -> {Amount.Budget(budget, now.Kind)}");
        if (bytes != oldBytes) parts.Add($"bytes {Limit(before.MaxBytes)} -> {Limit(now.MaxBytes)}");
        var isRaised = budget > old || bytes > oldBytes;
        return new BudgetChange(isRaised, !isRaised && parts.Count > 0, string.Join(", ", parts));
    }

    private static string Limit(long? bytes) => bytes is { } most ? Amount.Budget(most, PerfCheckKind.Allocation) : "none";
}
