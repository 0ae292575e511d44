namespace Halo.Routing;

/// <summary>What one rule said of a task.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Failed">The first condition that failed; null when the rule matched.</param>
/// <param name="Actual">The value that the failed condition found; absent when it tests several attributes or found none.</param>
public sealed record RuleTrace(RoutingRule Rule, Condition? Failed, AttributeValue Actual)
{
    /// <summary>Whether the rule matched.</summary>
    public bool Matched => Failed is null;

    /// <inheritdoc/>
    public override string ToString() => Failed is null ? $"{Rule.Id}: matched" : $"{Rule.Id}: {Failed} failed, was {Actual}";
}

/// <summary>Says of every rule whether it matched a task, or which of its conditions failed first.</summary>
public static class MatchTrace
{
    /// <summary>Traces every rule, best first. O(conditions).</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    public static IReadOnlyList<RuleTrace> Of(RuleSet rules, IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var traces = new List<RuleTrace>(rules.Count);
        foreach (var position in rules.ByRank) traces.Add(Of(rules[position], attributes));
        return traces;
    }

    /// <summary>Traces one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="attributes">The task's attributes, its type under the name <c>type</c>.</param>
    public static RuleTrace Of(RoutingRule rule, IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(attributes);
        var failed = FirstFailed(rule.When, name => attributes.GetValueOrDefault(name));
        var actual = failed switch
        {
            AttributeCondition test => attributes.GetValueOrDefault(test.Attribute),
            NotCondition { Part: AttributeCondition test } => attributes.GetValueOrDefault(test.Attribute),
            _ => default,
        };
        return new RuleTrace(rule, failed, actual);
    }

    // Within "all" the first part that failed is the reason; a failed "any" or "not" is a reason as a whole.
    private static Condition? FirstFailed(Condition condition, Func<string, AttributeValue> attribute)
    {
        if (condition is not AllCondition all) return ValueTest.Holds(condition, attribute) ? null : condition;
        foreach (var part in all.Parts)
        {
            if (FirstFailed(part, attribute) is { } failed) return failed;
        }

        return null;
    }
}
