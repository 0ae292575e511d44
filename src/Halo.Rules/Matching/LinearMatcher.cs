namespace Halo.Rules;

/// <summary>
/// Tests rule after rule, in order: O(rules) a task. It is the plain statement of what matching means, to compare
/// the index with, and the better choice for a handful of rules used once.
/// </summary>
public sealed class LinearMatcher : RuleMatcher
{
    private readonly ConditionMatcher[] _byRank;

    /// <summary>Compiles the rules. O(conditions).</summary>
    /// <param name="rules">The rules.</param>
    public LinearMatcher(RuleSet rules)
        : base(rules)
    {
        var compiler = new ConditionCompiler(Vocabulary);
        _byRank = new ConditionMatcher[rules.Count];
        for (var rank = 0; rank < _byRank.Length; rank++) _byRank[rank] = compiler.Compile(RuleAt(rank).When);
    }

    internal override int FirstMatch(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1)
    {
        var targets = Targets.OfRank;
        for (var rank = after + 1; rank < _byRank.Length; rank++)
        {
            if (admitted[targets[rank]] && _byRank[rank].Matches(row)) return rank;
        }

        return -1;
    }
}
