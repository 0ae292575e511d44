using FsCheck.Fluent;

namespace Halo.Unit.Rules.Linting;

/// <summary>Findings on random rule sets, against every task of a small world; a failure prints the rule set's seed.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleLintPropertyTests
{
    private const int RuleSets = 1_000;

    private static readonly AttributeValue[] Types = ["build", "test", "ship", "audit"];
    private static readonly AttributeValue[] Systems = [default, "linux", "linux-arm", "macos", "windows"];
    private static readonly AttributeValue[] Flags = [default, true, false];
    private static readonly AttributeValue[] Cores = [default, .. Enumerable.Range(0, 10).Select(cores => AttributeValue.Of(cores))];

    private static readonly TaskNode[] World =
    [
        .. from type in Types
           from os in Systems
           from cores in Cores
           from urgent in Flags
           select new TaskNode("t", type.ToString()) { Attributes = new Dictionary<string, AttributeValue> { ["os"] = os, ["cores"] = cores, ["urgent"] = urgent } },
    ];

    [Test]
    public void Find_RandomRules_EachExampleProvesItsFinding() => ForRandomRules((rules, _) => RuleLint.Find(rules)
        .Where(finding => finding.Code != DiagnosticCodes.ImpossibleCondition && (finding.Witness.Count > 0 || finding.Code is DiagnosticCodes.RuleTie or DiagnosticCodes.OverlappingRanges))
        .All(finding => Witnesses.ProvesPair(finding, rules)));

    [Test]
    public void Find_RandomRules_EachFindingIsTrueOfItsRules() => ForRandomRules((rules, matches) => RuleLint.Find(rules).All(finding =>
    {
        if (finding.Code == DiagnosticCodes.ImpossibleCondition) return IsImpossible(finding, rules, matches);
        var (later, earlier) = Witnesses.PairOf(finding, rules);
        var isCovered = matches[later].Zip(matches[earlier]).All(pair => !pair.First || pair.Second);
        var isSpecialCase = matches[later].Zip(matches[earlier]).All(pair => pair.First || !pair.Second);
        return (finding.Code, finding.Severity) switch
        {
            (DiagnosticCodes.UnreachableRule, _) => isCovered && later.Agent == earlier.Agent,
            (DiagnosticCodes.ShadowedRule, _) => isCovered && later.Agent != earlier.Agent,
            (DiagnosticCodes.RuleTie, var severity) => later.Agent != earlier.Agent && later.Priority == earlier.Priority && (severity == DiagnosticSeverity.Warning || isSpecialCase),
            (DiagnosticCodes.OverlappingRanges, var severity) => later.Agent != earlier.Agent && (later.Priority == earlier.Priority) == (severity == DiagnosticSeverity.Warning),
            _ => false,
        };
    }));

    [Test]
    public void Find_RandomRules_MissesNoTie() => ForRandomRules((rules, matches) =>
    {
        var reported = RuleLint.Find(rules)
            .Where(finding => finding.Code is DiagnosticCodes.RuleTie or DiagnosticCodes.OverlappingRanges)
            .Select(finding => Witnesses.PairOf(finding, rules))
            .ToHashSet();
        return Pairs(rules).All(pair =>
            !matches[pair.Later].Zip(matches[pair.Earlier]).Any(both => both.First && both.Second)
            || matches[pair.Later].Zip(matches[pair.Earlier]).All(both => !both.First || both.Second) // an overflow rule, or as good as one
            || reported.Contains(pair));
    });

    [Test]
    public void Find_RandomRules_MissesNoCoverThatTestsImply() => ForRandomRules((rules, matches) =>
    {
        var reported = RuleCoverage.Find(rules).Select(finding => Witnesses.PairOf(finding, rules).Later).ToHashSet();
        var order = rules.OrderByDescending(rule => rule.Priority).ToList();
        return Enumerable.Range(0, order.Count).All(later =>
            !matches[order[later]].Contains(true) // a rule that contradicts itself is not looked at
            || !order.Take(later).Any(earlier => ConditionImplication.Implies(order[later].When, earlier.When, new Effort(long.MaxValue)))
            || reported.Contains(order[later]));
    });

    [Test]
    public void Find_RandomRules_NamesNoPairTwice() => ForRandomRules((rules, _) => RuleLint.Find(rules)
        .Where(finding => finding.Code is DiagnosticCodes.RuleTie or DiagnosticCodes.OverlappingRanges)
        .GroupBy(finding => Witnesses.PairOf(finding, rules))
        .All(group => group.Count() == 1));

    private static bool IsImpossible(Diagnostic finding, RuleSet rules, Dictionary<RoutingRule, bool[]> matches)
    {
        var rule = rules.Single(rule => finding.Message.StartsWith($"Rule '{rule.Id}': ", StringComparison.Ordinal));
        return !finding.Message.Contains(": its condition can never hold", StringComparison.Ordinal) || !matches[rule].Contains(true);
    }

    private static IEnumerable<(RoutingRule Later, RoutingRule Earlier)> Pairs(RuleSet rules) =>
        from later in Enumerable.Range(0, rules.Count)
        from earlier in Enumerable.Range(0, later)
        where rules[later].Priority == rules[earlier].Priority && rules[later].Agent != rules[earlier].Agent
        select (rules[later], rules[earlier]);

    private static void ForRandomRules(Func<RuleSet, Dictionary<RoutingRule, bool[]>, bool> holds) =>
        Check.ForAll(Gen.Choose(0, int.MaxValue), RuleSets, seed =>
        {
            var rules = RuleSet.Create(RandomRouting.FromSeed(seed, CapacityMode.Concurrent).Rules);
            return holds(rules, rules.ToDictionary(rule => rule, rule => Array.ConvertAll(World, task => OracleRouter.Matches(rule.When, task)))) ? null : $"It does not hold for the rules of seed {seed}.";
        });
}
