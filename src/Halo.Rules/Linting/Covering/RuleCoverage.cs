using System.Collections.ObjectModel;
using System.Globalization;

namespace Halo.Routing;

/// <summary>Finds rules that an earlier rule covers: every task that matches the later one matches the earlier one too.</summary>
/// <remarks>
/// Sound, not complete: what it reports is covered, but cover by several rules together, or by reasoning beyond single
/// tests, is not found. Rules meet only where the boxes of their conditions allow a cover.
/// </remarks>
public static class RuleCoverage
{
    private const long DefaultWork = 20_000_000;

    /// <summary>
    /// Reports covered rules: a warning when the same agent makes them dead, information when they are an overflow. Each
    /// comes with a task that matches both rules, where one was found.
    /// </summary>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules) => Find(rules, DefaultWork);

    internal static IReadOnlyList<Diagnostic> Find(RuleSet rules, long work)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var search = new Search(rules, work);
        var isComplete = search.Run();
        var faults = new DiagnosticBag();
        if (!isComplete)
        {
            faults.Add(new Diagnostic(DiagnosticCodes.CoverageIncomplete, DiagnosticSeverity.Info,
                "The search for covered rules stopped: too many rules are alike. There may be more of them.", "", new SourceLocation(rules.LocationOf(0).File, 0)));
        }

        for (var place = 0; place < rules.Count; place++)
        {
            if (search.CoverOf(place) is >= 0 and var cover) faults.Add(Describe(rules, rules.ByRank[place], rules.ByRank[cover], withExample: !faults.IsFull));
        }

        return faults.ToList();
    }

    private static Diagnostic Describe(RuleSet rules, int position, int cover, bool withExample)
    {
        var (rule, winner) = (rules[position], rules[cover]);
        var line = rules.LocationOf(cover).Line;
        var where = line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        var reason = winner.Priority > rule.Priority ? "has a higher priority" : "comes first";
        var witness = (withExample ? WitnessSearch.Find(rule.When, winner.When) : null) ?? ReadOnlyDictionary<string, AttributeValue>.Empty;
        return winner.Agent == rule.Agent
            ? new Diagnostic(DiagnosticCodes.UnreachableRule, DiagnosticSeverity.Warning,
                $"Rule '{rule.Id}' can never win: rule '{winner.Id}'{where} {reason}, matches everything that it matches, and routes to the same agent '{rule.Agent}'.",
                "Remove it, raise its priority, or narrow the other rule.", rules.LocationOf(position))
            { Witness = witness }
            : new Diagnostic(DiagnosticCodes.ShadowedRule, DiagnosticSeverity.Info,
                $"Rule '{rule.Id}' wins only while '{winner.Agent}' is full or unavailable: rule '{winner.Id}'{where} {reason} and matches everything that it matches.",
                "", rules.LocationOf(position))
            { Witness = witness };
    }

    /// <summary>For each rule, by its place in the rule order, an earlier one that covers it: one of its own agent if there is one.</summary>
    private sealed class Search(RuleSet rules, long work)
    {
        private readonly List<int> _placeOfBox = [];
        private readonly int[] _covers = new int[rules.Count];
        private readonly Effort _effort = new(work);

        public int CoverOf(int place) => _covers[place];

        public bool Run()
        {
            Array.Fill(_covers, -1);
            var conditions = new ConditionBoxes();
            var boxes = new List<AxisInterval[]>();
            for (var place = 0; place < rules.Count; place++)
            {
                foreach (var box in conditions.Of(RuleAt(place).When)) Add(box, place);
            }

            // What covers a condition covers any part of it, and a part that leaves no choice lies in one box of its cover.
            var outer = boxes.Count;
            for (var place = 0; place < rules.Count; place++)
            {
                if (conditions.PartOf(RuleAt(place).When) is { } part) Add(part, place);
            }

            var join = new CoverJoin(new BoxTable(boxes), work, inner => _effort.IsSpent || HasOwnCover(_placeOfBox[inner]), (cover, inner) => Take(_placeOfBox[cover], _placeOfBox[inner]));
            return join.Between([.. Enumerable.Range(0, outer)], [.. Enumerable.Range(outer, boxes.Count - outer)]) && !_effort.IsSpent;

            void Add(AxisInterval[] box, int place)
            {
                boxes.Add(box);
                _placeOfBox.Add(place);
            }
        }

        private RoutingRule RuleAt(int place) => rules[rules.ByRank[place]];

        private bool HasOwnCover(int place) => _covers[place] >= 0 && RuleAt(_covers[place]).Agent == RuleAt(place).Agent;

        private void Take(int earlier, int later)
        {
            if (earlier >= later) return;
            var isOwn = RuleAt(earlier).Agent == RuleAt(later).Agent;
            var known = _covers[later];
            if (known >= 0 && !isOwn && known <= earlier) return;
            if (ConditionImplication.Implies(RuleAt(later).When, RuleAt(earlier).When, _effort)) _covers[later] = earlier;
        }
    }
}
