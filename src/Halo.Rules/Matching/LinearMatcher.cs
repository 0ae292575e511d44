namespace Halo.Routing;

/// <summary>
/// Tests rule after rule, in order: O(rules) a task. It is the plain statement of what matching means, to compare the
/// index with, and the better choice for a handful of rules used once.
/// </summary>
public sealed class LinearMatcher : RuleMatcher
{
    private readonly RuleVocabulary _vocabulary = new();
    private readonly ConditionMatcher[] _matchers; // by rank

    /// <summary>Compiles the rules. O(conditions).</summary>
    /// <param name="rules">The rules.</param>
    public LinearMatcher(RuleSet rules)
        : this(rules, new RuleTargets(rules))
    {
    }

    private LinearMatcher(RuleSet rules, RuleTargets targets)
        : base(new RuleLog(rules, targets), targets)
    {
        Rules = rules;
        var compiler = new ConditionCompiler(_vocabulary);
        _matchers = Array.ConvertAll(rules.ByRank.ToArray(), number => compiler.Compile(rules[number].When));
    }

    /// <inheritdoc/>
    public override RuleSet Rules { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> InOrder => Rules.ByRank;

    /// <inheritdoc/>
    public override TaskRow NewRow(LiteralTable table) => new([new SegmentRow(_vocabulary, KeyLayout.None, table)]);

    /// <inheritdoc/>
    public override RuleMatch Search(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1)
    {
        var afterKey = after < 0 ? RuleOrder.First : Log.KeyOf(after);
        var (candidates, conditions) = (0, 0);
        for (var rank = 0; rank < _matchers.Length; rank++)
        {
            var number = Rules.ByRank[rank];
            if (Log.KeyOf(number) <= afterKey) continue;
            candidates++;
            var target = Log.TargetOf(number);
            if (!admitted[target]) continue;
            conditions++;
            if (_matchers[rank].Matches(row[0])) return new RuleMatch(number, target, candidates, conditions);
        }

        return new RuleMatch(-1, -1, candidates, conditions);
    }
}
