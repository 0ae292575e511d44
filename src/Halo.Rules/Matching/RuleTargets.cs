namespace Halo.Rules;

/// <summary>The distinct agents that rules name, numbered. Immutable.</summary>
public sealed class RuleTargets
{
    private readonly Dictionary<string, int> _numbers;
    private readonly string[] _names;
    private readonly bool[] _allAdmitted;

    internal RuleTargets(IEnumerable<RoutingRule> rules)
        : this([.. rules.Select(rule => rule.Agent).Distinct(StringComparer.Ordinal)])
    {
    }

    private RuleTargets(string[] names)
    {
        _names = names;
        _numbers = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var number = 0; number < names.Length; number++) _numbers.Add(names[number], number);
        _allAdmitted = new bool[names.Length];
        Array.Fill(_allAdmitted, true);
    }

    /// <summary>The agents by target number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>True for every target: the argument of a search that admits every rule.</summary>
    public ReadOnlySpan<bool> AllAdmitted => _allAdmitted;

    /// <summary>The target number of an agent that some rule names.</summary>
    /// <param name="agent">The agent.</param>
    /// <exception cref="KeyNotFoundException">No rule names it.</exception>
    public int NumberOf(string agent) => _numbers[agent];

    /// <summary>The same targets with one more where the agent is new: O(targets); otherwise O(1).</summary>
    internal RuleTargets With(string agent) => _numbers.ContainsKey(agent) ? this : new RuleTargets([.. _names, agent]);
}
