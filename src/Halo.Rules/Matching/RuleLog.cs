namespace Halo.Rules;

/// <summary>
/// Rules by number: the numbers that a matcher answers with. A rule set's rules have their position as number; a rule
/// added later gets the next one. Numbers are never used again.
/// </summary>
/// <remarks>
/// Immutable. An addition shares the arrays of the log it came from where the place after its end is still free, so that
/// a long row of additions copies each rule O(1) times.
/// </remarks>
public sealed class RuleLog
{
    private readonly RoutingRule[] _rules;
    private readonly ulong[] _keys;
    private readonly int[] _targets;
    private readonly Tip _tip;

    internal RuleLog(RuleSet rules, RuleTargets targets)
    {
        Count = rules.Count;
        _rules = [.. rules];
        _keys = new ulong[Count];
        _targets = new int[Count];
        for (var number = 0; number < Count; number++)
        {
            _keys[number] = RuleOrder.KeyOf(_rules[number].Priority, number);
            _targets[number] = targets.NumberOf(_rules[number].Agent);
        }

        _tip = new Tip { Count = Count };
    }

    private RuleLog(RoutingRule[] rules, ulong[] keys, int[] targets, int count, Tip tip) =>
        (_rules, _keys, _targets, Count, _tip) = (rules, keys, targets, count, tip);

    /// <summary>How many rules it holds, removed ones among them.</summary>
    public int Count { get; }

    /// <summary>The rule with a number.</summary>
    /// <param name="number">The number.</param>
    public RoutingRule RuleOf(int number) => _rules[number];

    internal ulong KeyOf(int number) => _keys[number];

    /// <summary>The target number of a rule's agent.</summary>
    /// <param name="number">The rule's number.</param>
    public int TargetOf(int number) => _targets[number];

    /// <summary>The log with one more rule. Amortized O(1).</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="key">Its place in the order.</param>
    /// <param name="target">Its agent's target number.</param>
    internal RuleLog Append(RoutingRule rule, ulong key, int target)
    {
        var (rules, keys, targets, tip) = (_rules, _keys, _targets, _tip);
        if (Count == rules.Length || Interlocked.CompareExchange(ref tip.Count, Count + 1, Count) != Count)
        {
            var capacity = Math.Max(16, Count + (Count / 2) + 1);
            (rules, keys, targets) = (Grown(rules, capacity), Grown(keys, capacity), Grown(targets, capacity));
            tip = new Tip { Count = Count + 1 };
        }

        (rules[Count], keys[Count], targets[Count]) = (rule, key, target);
        return new RuleLog(rules, keys, targets, Count + 1, tip);
    }

    private T[] Grown<T>(T[] items, int capacity)
    {
        var larger = new T[capacity];
        items.AsSpan(0, Count).CopyTo(larger);
        return larger;
    }

    /// <summary>How much of the shared arrays is taken.</summary>
    private sealed class Tip
    {
        /// <summary>How many rules it holds, removed ones among them.</summary>
        public int Count;
    }
}
