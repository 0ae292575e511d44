using System.Collections.Immutable;

namespace Halo.Rules;

/// <summary>
/// Which rules of a log are in force, by id and by number. Immutable; a change costs O(log changes + rules / 64) and shares the rest.
/// </summary>
internal sealed class RulesInForce
{
    private readonly RuleSet _base;                             // its rules have their position as number
    private readonly ImmutableDictionary<string, int> _changes; // since then, by id: its number, or -1 where it was removed

    /// <param name="rules">The rules, all in force.</param>
    public RulesInForce(RuleSet rules)
        : this(rules, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), [], rules.Count)
    {
    }

    private RulesInForce(RuleSet rules, ImmutableDictionary<string, int> changes, ulong[] removed, int count) =>
        (_base, _changes, Removed, Count) = (rules, changes, removed, count);

    /// <summary>How many rules are in force.</summary>
    public int Count { get; }

    /// <summary>Bits of the numbers that are not in force any more; empty while there are none.</summary>
    public ulong[] Removed { get; }

    /// <summary>The number of the rule that has an id; -1 when none has.</summary>
    public int NumberOf(string id) => _changes.TryGetValue(id, out var number) ? number : _base.PositionOf(id);

    public RulesInForce WithAdded(string id, int number) => new(_base, _changes.SetItem(id, number), Removed, Count + 1);

    public RulesInForce WithReplaced(string id, int old, int number) => new(_base, _changes.SetItem(id, number), RuleBits.With(Removed, old), Count);

    public RulesInForce WithRemoved(string id, int old) => new(_base, _changes.SetItem(id, -1), RuleBits.With(Removed, old), Count - 1);
}
