using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Halo.Routing;

/// <summary>
/// Validated rules, immutable and safe to share between threads. It lists them in declaration order and knows their
/// total order: priority descending, then declaration.
/// </summary>
public sealed class RuleSet : IReadOnlyList<RoutingRule>
{
    private readonly RoutingRule[] _rules;
    private readonly int[] _byRank;
    private readonly SourceLocation[]? _locations;
    private readonly Dictionary<string, int> _positions;

    private RuleSet(RoutingRule[] rules, SourceLocation[]? locations)
    {
        _rules = rules;
        _locations = locations;
        _byRank = SortByPriority(rules);
        _positions = new Dictionary<string, int>(rules.Length, StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++) _positions.Add(rules[i].Id, i);
    }

    /// <summary>The set without rules: every task goes by capability.</summary>
    public static RuleSet Empty { get; } = new([], null);

    /// <summary>The number of rules.</summary>
    public int Count => _rules.Length;

    /// <summary>The rule at a position of the declaration order.</summary>
    public RoutingRule this[int position] => _rules[position];

    /// <summary>Positions in the declaration order, best rule first: priority descending, then declaration.</summary>
    internal ReadOnlySpan<int> ByRank => _byRank;

    /// <summary>Creates a rule set. O(n log n).</summary>
    /// <param name="rules">The rules in declaration order, which decides between equal priorities.</param>
    /// <exception cref="HaloValidationException">A rule is unusable; the exception lists every fault.</exception>
    public static RuleSet Create(IEnumerable<RoutingRule> rules) => Create(rules, null);

    /// <summary>Creates a rule set from rules in code.</summary>
    /// <inheritdoc cref="Create(IEnumerable{RoutingRule})"/>
    public static RuleSet Create(params RoutingRule[] rules) => Create(rules, null);

    /// <summary>A set of rules that were validated one by one.</summary>
    internal static RuleSet OfValidated(IEnumerable<RoutingRule> rules) => new([.. rules], null);

    internal static RuleSet Create(IEnumerable<RoutingRule> rules, SourceLocation[]? locations)
    {
        ArgumentNullException.ThrowIfNull(rules);
        RoutingRule[] copy = [.. rules];
        var faults = RuleValidator.Validate(copy, locations);
        return faults.Count == 0 ? new RuleSet(copy, locations) : throw new HaloValidationException(faults);
    }

    /// <summary>The rule with an id. O(1).</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out RoutingRule? rule)
    {
        rule = _positions.TryGetValue(id, out var position) ? _rules[position] : null;
        return rule is not null;
    }

    /// <summary>The position of the rule with an id; -1 when there is none. O(1).</summary>
    internal int PositionOf(string id) => _positions.GetValueOrDefault(id, -1);

    /// <summary>Where the rule at a position is in its file; the default where it came from code.</summary>
    public SourceLocation LocationOf(int position) => _locations is null ? default : _locations[position];

    /// <inheritdoc/>
    public IEnumerator<RoutingRule> GetEnumerator() => ((IEnumerable<RoutingRule>)_rules).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int[] SortByPriority(RoutingRule[] rules)
    {
        var order = new int[rules.Length];
        var keys = new ulong[rules.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            order[i] = i;
            keys[i] = RuleOrder.KeyOf(rules[i].Priority, i);
        }

        Array.Sort(keys, order);
        return order;
    }
}
