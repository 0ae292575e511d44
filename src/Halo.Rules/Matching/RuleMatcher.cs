using System.Diagnostics.CodeAnalysis;

namespace Halo.Rules;

/// <summary>
/// Finds the rules that match a task, best first: priority descending, then declaration order. Immutable and safe to
/// share between threads.
/// </summary>
/// <remarks>
/// Rules are known by rank, their place in that order, and their agents by target number. A search takes the targets
/// that are admitted now, so that a full agent's rules are passed over inside the search.
/// </remarks>
public abstract class RuleMatcher
{
    private protected RuleMatcher(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        Targets = new RuleTargets(rules);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The agents that the rules name.</summary>
    internal RuleTargets Targets { get; }

    /// <summary>The attributes and values that the rules name.</summary>
    internal RuleVocabulary Vocabulary { get; } = new();

    /// <summary>The best rule that matches a task.</summary>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    /// <param name="rule">The rule, or null when none matches.</param>
    public bool TryMatch(IEnumerable<KeyValuePair<string, AttributeValue>> attributes, [NotNullWhen(true)] out RoutingRule? rule)
    {
        var rank = FirstMatch(RowOf(attributes), Targets.AllAdmitted);
        rule = rank < 0 ? null : RuleAt(rank);
        return rule is not null;
    }

    /// <summary>Every rule that matches a task, best first.</summary>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    public IReadOnlyList<RoutingRule> AllMatches(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        var row = RowOf(attributes);
        var matches = new List<RoutingRule>();
        for (var rank = FirstMatch(row, Targets.AllAdmitted); rank >= 0; rank = FirstMatch(row, Targets.AllAdmitted, rank)) matches.Add(RuleAt(rank));
        return matches;
    }

    /// <summary>
    /// The smallest rank, beyond <paramref name="after"/>, whose rule matches the row and whose target is admitted; -1 for none.
    /// </summary>
    internal abstract int FirstMatch(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1);

    internal RoutingRule RuleAt(int rank) => Rules[Rules.ByRank[rank]];

    private TaskRow RowOf(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var table = new LiteralTable();
        var literals = new List<int>();
        foreach (var (name, value) in attributes)
        {
            if (value.Kind != AttributeKind.None) literals.Add(table.Intern(name, value));
        }

        var row = new TaskRow(Vocabulary, table);
        row.Load([.. literals]);
        return row;
    }
}
