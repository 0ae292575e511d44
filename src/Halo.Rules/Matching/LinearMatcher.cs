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
            _entries[rank] = new RuleEntry(rank, Log.TargetOf(number), compiler.Compile(rules[number].When));
        }
    }

    /// <inheritdoc/>
    public override RuleSet Rules { get; }

    internal override ReadOnlySpan<int> InOrder => Rules.ByRank;

    internal override TaskRow NewRow(LiteralTable table) => new([new SegmentRow(_vocabulary, table)]);

    internal override void Search(TaskRow row, ref RuleSearch search)
    {
        // Ranks follow keys, so the keys that bound the search are looked up among the ranked rules.
        var after = 0;
        while (after < _entries.Length && KeyAt(after) <= search.After) after++;
        var ranked = new RankSearch(search.Admitted, after - 1, _entries.Length);
        ranked.Scan(_entries, row[0]);
        if (ranked.Best < _entries.Length) search.Take(KeyAt(ranked.Best), Rules.ByRank[ranked.Best]);
        search.Count(in ranked);
    }

    private ulong KeyAt(int rank) => Log.KeyOf(Rules.ByRank[rank]);
}
