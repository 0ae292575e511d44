namespace Halo.Routing;

/// <summary>
/// Finds the best matching rule without looking at the others, and changes by one rule for far less than a rebuild.
/// Immutable: a change gives a new index that shares almost everything with the old one, so that readers never wait.
/// </summary>
/// <remarks>
/// <para>Rules are filed by the values that they demand; see docs/rules.md for the picture. What is offered may not match
/// and is checked, but no match is ever missed.</para>
/// <para>A new rule is a segment of its own, which is merged with the smaller ones before it. A removed rule is a bit until
/// its segment is merged, and its number is taken until more numbers are dead than alive: then everything is built anew.</para>
/// </remarks>
public sealed class RuleIndex : RuleMatcher
{
    private const int DeadToKeep = 16; // numbers of removed rules that are not worth a rebuild, however few rules live

    private readonly RulesInForce _inForce;
    private readonly RuleSegment[] _segments; // largest first
    private readonly Lazy<int[]> _inOrder;
    private readonly Lazy<RuleSet> _rules;

    /// <summary>Builds the index. O(conditions log conditions).</summary>
    /// <param name="rules">The rules.</param>
    public RuleIndex(RuleSet rules)
        : this(rules ?? throw new ArgumentNullException(nameof(rules)), new RuleTargets(rules))
    {
    }

    private RuleIndex(RuleSet rules, RuleTargets targets)
        : base(new RuleLog(rules, targets), targets)
    {
        _inForce = new RulesInForce(rules);
        _segments = [new RuleSegment(Log, rules.ByRank.ToArray())];
        _inOrder = new Lazy<int[]>(() => rules.ByRank.ToArray());
        _rules = new Lazy<RuleSet>(rules);
    }

    private RuleIndex(RuleLog log, RuleTargets targets, RulesInForce inForce, RuleSegment[] segments)
        : base(log, targets)
    {
        _inForce = inForce;
        _segments = segments;
        _inOrder = new Lazy<int[]>(SortLive);
        _rules = new Lazy<RuleSet>(() => RuleSet.OfValidated(InOrderOfDeclaration().Select(Log.RuleOf)));
    }

    /// <summary>The number of rules.</summary>
    public int Count => _inForce.Count;

    /// <summary>The rules in declaration order; after a change made at first use, in O(n log n).</summary>
    public override RuleSet Rules => _rules.Value;

    /// <summary>What the index holds, and which rules it could not file.</summary>
    public IndexStatistics Statistics => IndexStatistics.Of(this, _segments);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> InOrder => _inOrder.Value;

    /// <summary>
    /// The index with one more rule, last in declaration order. Amortized O(log rules) of the cost of indexing one rule.
    /// </summary>
    /// <exception cref="HaloValidationException">The rule is malformed, or its id is taken; the exception names every fault.</exception>
    public RuleIndex Add(RoutingRule rule) => OrThrow(faults => Add(rule, faults));

    /// <summary>The index with a rule in the place of the one that has its id; it keeps that one's place in declaration order.</summary>
    /// <exception cref="HaloValidationException">The rule is malformed, or no rule has its id; the exception names every fault.</exception>
    public RuleIndex Replace(RoutingRule rule) => OrThrow(faults => Replace(rule, faults));

    /// <summary>The index without a rule. O(rules / 64), and a rebuild when most of the rules are gone.</summary>
    /// <exception cref="HaloValidationException">No rule has the id.</exception>
    public RuleIndex Remove(string id) => OrThrow(faults => Remove(id, faults));

    /// <summary>Adds a rule; null when a fault was found, now or before.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="faults">Where faults are reported.</param>
    public RuleIndex? Add(RoutingRule rule, DiagnosticBag faults)
    {
        Check(rule, faults);
        if (!string.IsNullOrEmpty(rule.Id) && _inForce.NumberOf(rule.Id) >= 0)
        {
            faults.Error(DiagnosticCodes.DuplicateRule, $"Rule '{rule.Id}' exists already.", "Replace it, or give the new one another id.");
        }

        return faults.HasErrors ? null : With(rule, RuleOrder.KeyOf(rule.Priority, Log.Count), _inForce.WithAdded(rule.Id, Log.Count));
    }

    /// <summary>Replaces a rule; null when a fault was found, now or before.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="faults">Where faults are reported.</param>
    public RuleIndex? Replace(RoutingRule rule, DiagnosticBag faults)
    {
        Check(rule, faults);
        var old = string.IsNullOrEmpty(rule.Id) ? -1 : Find(rule.Id, faults);
        return faults.HasErrors ? null : With(rule, RuleOrder.KeyOf(rule.Priority, RuleOrder.DeclaredIn(Log.KeyOf(old))), _inForce.WithReplaced(rule.Id, old, Log.Count));
    }

    /// <summary>Removes a rule; null when a fault was found, now or before.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="faults">Where faults are reported.</param>
    public RuleIndex? Remove(string id, DiagnosticBag faults)
    {
        ArgumentNullException.ThrowIfNull(id);
        var old = Find(id, faults);
        return faults.HasErrors ? null : new RuleIndex(Log, Targets, _inForce.WithRemoved(id, old), _segments).Compact();
    }

    /// <inheritdoc/>
    public override TaskRow NewRow(LiteralTable table)
    {
        var rows = new SegmentRow[_segments.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = new SegmentRow(_segments[i].Vocabulary, _segments[i].Layout, table);
        return new TaskRow(rows);
    }

    /// <inheritdoc/>
    public override RuleMatch Search(TaskRow row, ReadOnlySpan<bool> admitted, int after = -1)
    {
        var search = new RuleSearch(admitted, _inForce.Removed, after < 0 ? RuleOrder.First : Log.KeyOf(after));
        for (var i = 0; i < _segments.Length; i++) _segments[i].Search(row[i], ref search);
        return search.Result;
    }

    private RuleIndex With(RoutingRule rule, ulong key, RulesInForce inForce)
    {
        var targets = Targets.With(rule.Agent);
        var number = Log.Count;
        var log = Log.Append(rule, key, targets.NumberOf(rule.Agent));
        return new RuleIndex(log, targets, inForce, SegmentMerge.Append(_segments, number, log, inForce.Removed)).Compact();
    }

    private int Find(string id, DiagnosticBag faults)
    {
        var number = _inForce.NumberOf(id);
        if (number < 0) faults.Error(DiagnosticCodes.UnknownRule, $"There is no rule '{id}'.", Suggestion.For(id, Rules.Select(rule => rule.Id)));
        return number;
    }

    // The log, the bits and the changes grow with every change: a router that changes for years must not.
    private RuleIndex Compact() => Log.Count - Count > Count + DeadToKeep ? new RuleIndex(Rules) : this;

    private int[] SortLive()
    {
        var live = _segments.SelectMany(segment => segment.Numbers.ToArray()).Where(number => !RuleBits.Contains(_inForce.Removed, number)).ToArray();
        Array.Sort(Array.ConvertAll(live, Log.KeyOf), live);
        return live;
    }

    private IEnumerable<int> InOrderOfDeclaration() => _inOrder.Value.OrderBy(number => RuleOrder.DeclaredIn(Log.KeyOf(number)));

    private static void Check(RoutingRule rule, DiagnosticBag faults)
    {
        ArgumentNullException.ThrowIfNull(rule);
        faults.AddRange(RuleValidator.Validate([rule]));
    }

    private static RuleIndex OrThrow(Func<DiagnosticBag, RuleIndex?> change)
    {
        var faults = new DiagnosticBag();
        return change(faults) ?? throw new HaloValidationException(faults.ToList());
    }
}
