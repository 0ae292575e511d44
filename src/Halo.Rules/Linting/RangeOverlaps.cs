namespace Halo.Rules;

/// <summary>
/// Finds rules for different agents that are equal but for a numeric range, whose ranges overlap without one holding the
/// other: mostly a bound that is off by one. Rules are grouped by what is equal, and each group is swept by lower bound.
/// </summary>
internal sealed class RangeOverlaps
{
    private readonly RuleSet _rules;
    private readonly PairFindings _findings;
    private readonly HashSet<(int Earlier, int Later)> _pairs = [];
    private long _work;

    private RangeOverlaps(RuleSet rules, LintLimits limits)
    {
        _rules = rules;
        _work = limits.Pairs;
        _findings = new PairFindings(rules, limits, "overlapping ranges");
    }

    /// <param name="rules">The rules.</param>
    /// <param name="limits">How far to search.</param>
    /// <param name="pairs">The places in the rule order of the pairs that are reported.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules, LintLimits limits, out IReadOnlySet<(int Earlier, int Later)> pairs)
    {
        var search = new RangeOverlaps(rules, limits);
        pairs = search._pairs;
        return search.Find();
    }

    private IReadOnlyList<Diagnostic> Find()
    {
        var groups = new OrderedDictionary<string, List<RangedRule>>(StringComparer.Ordinal);
        for (var place = 0; place < _rules.Count; place++)
        {
            foreach (var ranged in RangedRule.Of(RuleAt(place).When, place))
            {
                if (!groups.TryGetValue(ranged.Key, out var group)) groups.Add(ranged.Key, group = []);
                group.Add(ranged);
            }
        }

        return _findings.ToList(groups.Values.All(Sweep));
    }

    private bool Sweep(List<RangedRule> group)
    {
        // Where the limit of findings ends the search, equal bounds must have come in the same order everywhere.
        group.Sort((a, b) => a.Range.Low != b.Range.Low ? a.Range.Low.CompareTo(b.Range.Low) : a.Place.CompareTo(b.Place));
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count && group[j].Range.Low <= group[i].Range.High; j++)
            {
                if (--_work < 0 || !_findings.IsOpen) return false;
                var (lower, upper) = (group[i], group[j]);
                if (lower.Range.Low < upper.Range.Low && lower.Range.High < upper.Range.High && lower.HasSameRestAs(upper)) Take(lower, upper);
            }
        }

        return true;
    }

    private void Take(RangedRule lower, RangedRule upper)
    {
        var (earlier, later) = lower.Place < upper.Place ? (lower.Place, upper.Place) : (upper.Place, lower.Place);
        var (first, second) = (RuleAt(earlier), RuleAt(later));
        if (first.Agent == second.Agent || _findings.ExampleFor(first, second) is not { } witness || !_pairs.Add((earlier, later))) return;
        var overlap = upper.Range with { Maximum = lower.Range.Maximum, WholeMaximum = lower.Range.WholeMaximum, MaximumInclusive = lower.Range.MaximumInclusive };
        var tie = first.Priority == second.Priority;
        var reason = tie ? "comes first" : "has a higher priority";
        _findings.Add(earlier, later, new Diagnostic(
            DiagnosticCodes.OverlappingRanges,
            tie ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            $"Rule '{second.Id}' differs from rule {_findings.NameOf(earlier)} only in the range of '{overlap.Attribute}', and the ranges overlap: where {overlap}, '{first.Agent}' gets the task because its rule {reason}.",
            tie ? "Let one range begin where the other ends." : "",
            _rules.LocationOf(_rules.ByRank[later]))
        { Witness = witness });
    }

    private RoutingRule RuleAt(int place) => _rules[_rules.ByRank[place]];
}
