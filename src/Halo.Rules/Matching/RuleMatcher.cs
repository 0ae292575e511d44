using System.Diagnostics.CodeAnalysis;

namespace Halo.Routing;

/// <summary>
/// Finds the rules that match a task, best first: priority descending, then declaration order. Immutable and safe to
/// share between threads.
/// </summary>
/// <remarks>
/// Inside, rules are known by number and their agents by target number. A search takes the targets that are admitted
/// now, so that a full agent's rules are passed over inside the search.
/// </remarks>
public abstract class RuleMatcher
{
    private protected RuleMatcher(RuleLog log, RuleTargets targets) => (Log, Targets) = (log, targets);

    /// <summary>The rules.</summary>
    public abstract RuleSet Rules { get; }

    /// <summary>The rules by number.</summary>
    public RuleLog Log { get; }

    /// <summary>The agents that the rules name.</summary>
    public RuleTargets Targets { get; }

    /// <summary>The numbers of all rules, best first.</summary>
    public abstract ReadOnlySpan<int> InOrder { get; }

    /// <summary>The best rule that matches a task.</summary>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    /// <param name="rule">The rule, or null when none matches.</param>
    public bool TryMatch(IEnumerable<KeyValuePair<string, AttributeValue>> attributes, [NotNullWhen(true)] out RoutingRule? rule)
    {
        var number = FirstMatch(RowOf(attributes), Targets.AllAdmitted);
        rule = number < 0 ? null : Log.RuleOf(number);
        return rule is not null;
    }

    /// <summary>Every rule that matches a task, best first.</summary>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    public IReadOnlyList<RoutingRule> AllMatches(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        var row = RowOf(attributes);
        var matches = new List<RoutingRule>();
        for (var number = FirstMatch(row, Targets.AllAdmitted); number >= 0; number = FirstMatch(row, Targets.AllAdmitted, number)) matches.Add(Log.RuleOf(number));
        return matches;
    }

    /// <summary>An empty row for the tasks of a literal table. O(literals).</summary>
    /// <param name="table">The table, to which nothing is added while the row is in use.</param>
    public abstract TaskRow NewRow(LiteralTable table);

    /// <summary>
    /// The best rule, after the rule numbered <paramref name="after"/> in the order, that matches the row and whose target is
    /// admitted. Its cost does not grow with the number of rules for indexed conditions.
    /// </summary>
    /// <param name="row">The task.</param>
    /// <param name="admitted">By target number: whether its rules may win.</param>
    /// <param name="after">A rule's number; -1 to begin with the best.</param>
    public abstract RuleMatch Search(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1);

    /// <summary>The number of the rule that <see cref="Search"/> finds; -1 for none.</summary>
    /// <inheritdoc cref="Search"/>
    public int FirstMatch(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1) => Search(row, admitted, after).Rule;

    internal TaskRow RowOf(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var table = new LiteralTable();
        var literals = new List<int>();
        foreach (var (name, value) in attributes)
        {
            if (value.Kind != AttributeKind.None) literals.Add(table.Intern(name, value));
        }

        var row = NewRow(table);
        row.Load([.. literals]);
        return row;
    }
}

/// <summary>What a search found, and what it cost.</summary>
/// <param name="Rule">The rule's number; -1 when none matches.</param>
/// <param name="Target">Its agent's target number; -1 when none matches.</param>
/// <param name="Candidates">How many rules were looked at.</param>
/// <param name="Checked">How many of them had further conditions to check.</param>
public readonly record struct RuleMatch(int Rule, int Target, int Candidates, int Checked);
