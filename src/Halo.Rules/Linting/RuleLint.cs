namespace Halo.Rules;

/// <summary>Finds rules that are valid but probably not intended.</summary>
public static class RuleLint
{
    /// <summary>
    /// Finds ids that look the same, conditions that can never hold, rules that an earlier rule covers, ties between rules
    /// of equal priority, and ranges that overlap by a part. Every tie and overlap comes with a task that proves it; a
    /// search that stops at its limit says so.
    /// </summary>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules) => Find(rules, LintLimits.Default);

    internal static IReadOnlyList<Diagnostic> Find(RuleSet rules, LintLimits limits)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var names = new DiagnosticBag();
        LookAlikeNames.Find("rule ids", rules.Select(rule => rule.Id), rules.LocationOf, null, names);
        var covered = RuleCoverage.Find(rules);
        var overlaps = RangeOverlaps.Find(rules, limits, out var pairs);
        return [.. names.ToList(), .. ImpossibleConditions.Find(rules, limits), .. covered, .. overlaps, .. RuleTies.Find(rules, pairs, limits)];
    }
}
