namespace Halo.Rules;

/// <summary>The distinct agents of a rule set, numbered in rank order of their first rule.</summary>
internal sealed class RuleTargets
{
    private readonly int[] _ofRank;
    private readonly List<string> _names = [];

    public RuleTargets(RuleSet rules)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _ofRank = new int[rules.Count];
        for (var rank = 0; rank < _ofRank.Length; rank++)
        {
            var agent = rules[rules.ByRank[rank]].Agent;
            if (!numbers.TryGetValue(agent, out var number))
            {
                number = _names.Count;
                numbers.Add(agent, number);
                _names.Add(agent);
            }

            _ofRank[rank] = number;
        }

        AllAdmitted = new bool[_names.Count];
        Array.Fill(AllAdmitted, true);
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>The target of each rank.</summary>
    public ReadOnlySpan<int> OfRank => _ofRank;

    /// <summary>True for every target; not to be written to.</summary>
    public bool[] AllAdmitted { get; }
}
