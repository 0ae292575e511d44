using System.Globalization;

namespace Halo.Rules;

/// <summary>
/// Finds rules of equal priority for different agents that match a task in common, so that nothing but their order in the
/// file decides. A pair is reported only with a task that proves it.
/// </summary>
internal sealed class RuleTies
{
    private readonly RuleSet _rules;
    private readonly LintLimits _limits;
    private readonly IReadOnlySet<(int Earlier, int Later)> _known;
    private readonly PairFindings _findings;
    private readonly HashSet<(int Earlier, int Later)> _seen = [];
    private readonly List<int> _placeOfBox = [];

    private RuleTies(RuleSet rules, IReadOnlySet<(int Earlier, int Later)> known, LintLimits limits)
    {
        _rules = rules;
        _limits = limits;
        _known = known;
        _findings = new PairFindings(rules, limits, "ties");
    }

    /// <param name="rules">The rules.</param>
    /// <param name="known">Pairs of places in the rule order that were reported already.</param>
    /// <param name="limits">How far to search.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules, IReadOnlySet<(int Earlier, int Later)> known, LintLimits limits) => new RuleTies(rules, known, limits).Find();

    private IReadOnlyList<Diagnostic> Find()
    {
        var classes = new List<int[]>(); // the boxes of rules of one priority
        var boxes = new List<AxisInterval[]>();
        var conditions = new ConditionBoxes();
        for (var start = 0; start < _rules.Count;)
        {
            var end = start + 1;
            while (end < _rules.Count && RuleAt(end).Priority == RuleAt(start).Priority) end++;
            var first = boxes.Count;
            for (var place = start; end - start > 1 && place < end; place++)
            {
                foreach (var box in conditions.Of(RuleAt(place).When))
                {
                    boxes.Add(box);
                    _placeOfBox.Add(place);
                }
            }

            classes.Add([.. Enumerable.Range(first, boxes.Count - first)]);
            start = end;
        }

        var targets = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] agents = [.. _placeOfBox.Select(place => targets.TryAdd(RuleAt(place).Agent, targets.Count) ? targets.Count - 1 : targets[RuleAt(place).Agent])];
        var join = new BoxJoin(new BoxTable(boxes), agents, _limits.Pairs, (one, other) => Take(_placeOfBox[one], _placeOfBox[other]));
        return _findings.ToList(classes.TrueForAll(join.Among));
    }

    private RoutingRule RuleAt(int place) => _rules[_rules.ByRank[place]];

    private bool Take(int one, int other)
    {
        var (earlier, later) = one < other ? (one, other) : (other, one);
        if (_known.Contains((earlier, later)) || !_seen.Add((earlier, later))) return true;
        if (!_findings.IsOpen) return false;
        var (first, second) = (RuleAt(earlier), RuleAt(later));
        if (_findings.IsCovered(second, first)) return true; // an overflow rule, reported as such
        var isSpecialCase = _findings.IsCovered(first, second);
        if (!_findings.IsOpen) return false; // cut short, the comparisons say no more than nothing
        if (_findings.ExampleFor(first, second) is { } witness) _findings.Add(earlier, later, Describe(earlier, later, isSpecialCase, witness));
        return true;
    }

    private Diagnostic Describe(int earlier, int later, bool isSpecialCase, IReadOnlyDictionary<string, AttributeValue> witness)
    {
        var (first, second) = (RuleAt(earlier), RuleAt(later));
        var location = _rules.LocationOf(_rules.ByRank[later]);
        var decides = $"'{first.Agent}' gets it only because its rule comes first";
        return isSpecialCase
            ? new Diagnostic(DiagnosticCodes.RuleTie, DiagnosticSeverity.Info,
                string.Create(CultureInfo.InvariantCulture, $"Rule '{second.Id}' matches everything that rule {_findings.NameOf(earlier)} matches, and both have priority {first.Priority}: {decides}."),
                "", location)
            { Witness = witness }
            : new Diagnostic(DiagnosticCodes.RuleTie, DiagnosticSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"Rule '{second.Id}' ties with rule {_findings.NameOf(earlier)}: both have priority {first.Priority}, and where both match a task, {decides}."),
                "Give them different priorities, or let one exclude what the other matches.", location)
            { Witness = witness };
    }
}
