namespace Halo.Routing;

/// <summary>Finds rules that are valid and yet surely, or perhaps, not what was meant.</summary>
public static class RuleLint
{
    /// <summary>
    /// Finds rules that an earlier rule covers, ties between rules of equal priority, and ranges that overlap by a part.
    /// Every tie and overlap comes with a task that proves it; a search that stops at its limit says so.
    /// </summary>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules) => Find(rules, LintLimits.Default);

    internal static IReadOnlyList<Diagnostic> Find(RuleSet rules, LintLimits limits)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var covered = RuleCoverage.Find(rules);
        var overlaps = RangeOverlaps.Find(rules, limits, out var pairs);
        return [.. covered, .. overlaps, .. RuleTies.Find(rules, pairs, limits)];
    }
}
