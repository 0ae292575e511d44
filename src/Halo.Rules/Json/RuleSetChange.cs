namespace Halo.Routing;

/// <summary>How one rule set became another. A rule is known by its id and has changed when anything else of it differs.</summary>
/// <param name="Rules">The new rules.</param>
/// <param name="Added">The ids of rules that are new, in the order of the new set.</param>
/// <param name="Removed">The ids of rules that are gone, in the order of the old set.</param>
/// <param name="Changed">The ids of rules whose condition, agent, priority or explanation differs, in the order of the new set.</param>
/// <param name="Reordered">Whether rules of both sets have another declaration order, which decides between equal priorities.</param>
public sealed record RuleSetChange(
    RuleSet Rules, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed, bool Reordered)
{
    /// <summary>Whether the two sets have the same rules in the same order.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0 && !Reordered;

    /// <summary>Compares two rule sets. O(conditions).</summary>
    public static RuleSetChange Between(RuleSet before, RuleSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<string> added = [], changed = [], kept = [];
        foreach (var rule in after)
        {
            var isKept = before.TryGet(rule.Id, out var old);
            (isKept ? kept : added).Add(rule.Id);
            if (isKept && old != rule) changed.Add(rule.Id);
        }

        List<string> removed = [], keptBefore = [];
        foreach (var rule in before) (after.TryGet(rule.Id, out _) ? keptBefore : removed).Add(rule.Id);
        return new RuleSetChange(after, added, removed, changed, !kept.SequenceEqual(keptBefore, StringComparer.Ordinal));
    }
}
