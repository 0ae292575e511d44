namespace Halo.Rules;

/// <summary>The distinct agents that rules name, numbered. Immutable.</summary>
internal sealed class RuleTargets
{
    private readonly Dictionary<string, int> _numbers;
    private readonly string[] _names;

    public RuleTargets(IEnumerable<RoutingRule> rules)
        : this([.. rules.Select(rule => rule.Agent).Distinct(StringComparer.Ordinal)])
    {
    }

    private RuleTargets(string[] names)
    {
        _names = names;
        _numbers = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var number = 0; number < names.Length; number++) _numbers.Add(names[number], number);
        AllAdmitted = new bool[names.Length];
        Array.Fill(AllAdmitted, true);
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>True for every target; not to be written to.</summary>
    public bool[] AllAdmitted { get; }

    public int NumberOf(string agent) => _numbers[agent];

    /// <summary>The same targets with one more where the agent is new. O(targets) then, else O(1).</summary>
    public RuleTargets With(string agent) => _numbers.ContainsKey(agent) ? this : new RuleTargets([.. _names, agent]);
}
