using System.Globalization;

namespace Halo.Rules;

/// <summary>Finds rules that an earlier rule covers: every task that matches the later one matches the earlier one too.</summary>
/// <remarks>
/// Sound, not complete: what it reports is covered, but cover by several rules together, or by reasoning beyond single
/// tests, is not found. Each rule is filed under its rarest equality, so that a rule meets only those that could cover it.
/// </remarks>
public static class RuleCoverage
{
    private const long DefaultWork = 20_000_000;

    /// <summary>Reports covered rules: a warning when the same agent makes them dead, information when they are an overflow.</summary>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules) => Find(rules, DefaultWork);

    internal static IReadOnlyList<Diagnostic> Find(RuleSet rules, long work)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var faults = new DiagnosticBag();
        var files = new RuleFiling(rules);
        var effort = new Effort(work);
        foreach (var position in rules.ByRank)
        {
            var rule = rules[position];
            var cover = -1;
            foreach (var earlier in files.PossibleCovers(rule.When))
            {
                var covers = ConditionImplication.Implies(rule.When, rules[earlier].When, effort);
                if (effort.IsSpent)
                {
                    faults.Add(new Diagnostic(DiagnosticCodes.CoverageIncomplete, DiagnosticSeverity.Info,
                        $"The search for covered rules stopped at rule '{rule.Id}': too many rules have no equality to tell them apart.", "", rules.LocationOf(position)));
                    return faults.ToList();
                }

                if (!covers) continue;
                var sameAgent = rules[earlier].Agent == rule.Agent;
                if (cover < 0 || sameAgent) cover = earlier;
                if (sameAgent) break;
            }

            if (cover >= 0) faults.Add(Describe(rules, position, cover));
            files.Add(position);
        }

        return faults.ToList();
    }

    private static Diagnostic Describe(RuleSet rules, int position, int cover)
    {
        var (rule, winner) = (rules[position], rules[cover]);
        var line = rules.LocationOf(cover).Line;
        var where = line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        var reason = winner.Priority > rule.Priority ? "has a higher priority" : "comes first";
        return winner.Agent == rule.Agent
            ? new Diagnostic(DiagnosticCodes.UnreachableRule, DiagnosticSeverity.Warning,
                $"Rule '{rule.Id}' can never win: rule '{winner.Id}'{where} {reason}, matches everything that it matches, and routes to the same agent '{rule.Agent}'.",
                "Remove it, raise its priority, or narrow the other rule.", rules.LocationOf(position))
            : new Diagnostic(DiagnosticCodes.ShadowedRule, DiagnosticSeverity.Info,
                $"Rule '{rule.Id}' wins only while '{winner.Agent}' is full or unavailable: rule '{winner.Id}'{where} {reason} and matches everything that it matches.",
                "", rules.LocationOf(position));
    }

    /// <summary>Earlier rules, filed by the equality that fewest rules test.</summary>
    private sealed class RuleFiling
    {
        private readonly RuleSet _rules;
        private readonly Dictionary<(string Attribute, AttributeValue Value), int> _popularity = [];
        private readonly Dictionary<(string Attribute, AttributeValue Value), List<int>> _byEquality = [];
        private readonly List<int> _withoutEquality = [];

        public RuleFiling(RuleSet rules)
        {
            _rules = rules;
            foreach (var rule in rules)
            {
                foreach (var test in Equalities(rule.When)) _popularity[test] = _popularity.GetValueOrDefault(test) + 1;
            }
        }

        public void Add(int position)
        {
            (string, AttributeValue)? rarest = null;
            foreach (var test in Equalities(_rules[position].When))
            {
                if (rarest is not { } best || _popularity[test] < _popularity[best]) rarest = test;
            }

            if (rarest is not { } key) _withoutEquality.Add(position);
            else if (_byEquality.TryGetValue(key, out var list)) list.Add(position);
            else _byEquality.Add(key, [position]);
        }

        public IEnumerable<int> PossibleCovers(Condition condition)
        {
            foreach (var earlier in _withoutEquality) yield return earlier;
            foreach (var test in Equalities(condition))
            {
                if (!_byEquality.TryGetValue(test, out var list)) continue;
                foreach (var earlier in list) yield return earlier;
            }
        }

        private static IEnumerable<(string Attribute, AttributeValue Value)> Equalities(Condition condition) => condition switch
        {
            EqualsCondition equals => [(equals.Attribute, equals.Value)],
            AllCondition all => all.Parts.SelectMany(Equalities),
            _ => [],
        };
    }
}
