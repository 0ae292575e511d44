namespace Halo.Routing;

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

    /// <summary>Reports a condition that can never hold, or the alternatives in it that cannot.</summary>
    /// <param name="owner">Whose condition it is, to begin a sentence: "Task 'a'".</param>
    /// <param name="what">What the condition is called there: "its condition".</param>
    /// <param name="condition">The condition.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="findings">Takes the findings.</param>
    public static void FindImpossible(string owner, string what, Condition condition, SourceLocation location, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(findings);
        ImpossibleConditions.Find(owner, what, condition, location, LintLimits.Default, findings);
    }

    /// <summary>The attributes of a task that satisfies a condition, its type first; null when none was found.</summary>
    /// <param name="condition">The condition.</param>
    public static IReadOnlyDictionary<string, AttributeValue>? ExampleOf(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return WitnessSearch.Find(condition);
    }
}
