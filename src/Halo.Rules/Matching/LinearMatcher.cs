namespace Halo.Rules;

/// <summary>
/// Tests rule after rule, in order: O(rules) a task. It is the plain statement of what matching means, to compare the
/// index with, and the better choice for a handful of rules used once.
/// </summary>
public sealed class LinearMatcher : RuleMatcher
{
    private readonly RuleVocabulary _vocabulary = new();
    private readonly RuleEntry[] _entries;

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
        _entries = new RuleEntry[rules.Count];
        for (var rank = 0; rank < _entries.Length; rank++)
        {
            var number = rules.ByRank[rank];
            _entries[rank] = new RuleEntry(Log.KeyOf(number), number, Log.TargetOf(number), compiler.Compile(rules[number].When));
        }
    }

    /// <inheritdoc/>
    public override RuleSet Rules { get; }

    internal override ReadOnlySpan<int> InOrder => Rules.ByRank;

    internal override TaskRow NewRow(LiteralTable table) => new([new SegmentRow(_vocabulary, table)]);

    internal override void Search(TaskRow row, ref RuleSearch search) => search.Scan(_entries, row[0]);
}
