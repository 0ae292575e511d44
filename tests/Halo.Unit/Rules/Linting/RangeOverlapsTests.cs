namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class RangeOverlapsTests
{
    private static readonly AttributeTest Cores = When.Attribute("cores");
    private static readonly AttributeTest Memory = When.Attribute("memory");

    [Test]
    public void Find_OverlapAtOnePriority_SaysWhatDecidesAndHowToMendIt() =>
        Assert.That(Only(new("a", Cores.AtMost(8), "one"), new("b", Cores.Between(6, 12), "two")).ToString(), Is.EqualTo(
            "warning HALO111: Rule 'b' differs from rule 'a' only in the range of 'cores', and the ranges overlap: where cores >= 6 and <= 8, 'one' gets the task because its rule comes first. "
            + "Let one range begin where the other ends. Example: cores=6."));

    [Test]
    public void Find_OverlapAtTwoPriorities_SaysWhatDecides() =>
        Assert.That(Only(new("a", Cores.LessThan(8), "one"), new("b", Cores.AtLeast(6), "two", 3)).ToString(), Is.EqualTo(
            "info HALO111: Rule 'a' differs from rule 'b' only in the range of 'cores', and the ranges overlap: where cores >= 6 and < 8, 'two' gets the task because its rule has a higher priority. Example: cores=6."));

    private static readonly TestCaseData[] Harmless =
    [
        new(Cores.Between(1, 9), Cores.Between(3, 5)),
        new(Cores.Between(3, 5), Cores.Between(1, 9)),
        new(Cores.Between(1, 5), Cores.Between(1, 9)),
        new(Cores.Between(1, 9), Cores.Between(5, 9)),
        new(Cores.Between(1, 9), Cores.Between(1, 9)),
        new(Cores.LessThan(5), Cores.AtLeast(5)),
        new(Cores.Between(1, 5), Memory.Between(3, 9)),
        new(Cores.Between(1, 5) & Memory.Exists(), Cores.Between(3, 9)),
    ];

    [TestCaseSource(nameof(Harmless))]
    public void Find_RangesWithinEachOtherOrApart_FindsNothing(Condition first, Condition second) =>
        Assert.That(Find([new("a", first, "one"), new("b", second, "two")]), Is.Empty);

    [Test]
    public void Find_OverlapOfOneAgentsRules_FindsNothing() =>
        Assert.That(Find([new("a", Cores.Between(1, 5), "one"), new("b", Cores.Between(3, 9), "one")]), Is.Empty);

    [Test]
    public void Find_RulesOfTwoPriorities_TellsThePairByRuleOrder()
    {
        RangeOverlaps.Find(RuleSet.Create(new RoutingRule("a", Cores.Between(1, 5), "one"), new("b", Cores.Between(3, 9), "two"), new("c", Memory.Exists(), "two", 1)), LintLimits.Default, out var pairs);
        Assert.That(pairs.Single(), Is.EqualTo((1, 2)));
    }

    [Test]
    public void Find_ThreeRangesThatOverlap_FindsEachPair() =>
        Assert.That(Find(Staggered(3)).Select(finding => string.Join(' ', Names(finding))), Is.EqualTo(new[] { "r1 r0", "r2 r0", "r2 r1" }));

    [TestCase(6, false)]
    [TestCase(5, true)]
    public void Find_ComparisonsAtTheirLimit_SaysWhereItStopped(int pairs, bool stops) =>
        Assert.That(Find(Staggered(4), new LintLimits { Pairs = pairs })[^1].Code == DiagnosticCodes.LintIncomplete, Is.EqualTo(stops));

    [Test]
    public void Find_FindingsAtTheirLimit_SaysWhereItStopped() =>
        Assert.That(Find(Staggered(4), new LintLimits { Findings = 2 }).Select(finding => finding.Code),
            Is.EqualTo(new[] { DiagnosticCodes.OverlappingRanges, DiagnosticCodes.OverlappingRanges, DiagnosticCodes.LintIncomplete }));

    private static RoutingRule[] Staggered(int count) => [.. Enumerable.Range(0, count).Select(i => new RoutingRule($"r{i}", Cores.Between(i, i + 10), $"agent{i}"))];

    private static IEnumerable<string> Names(Diagnostic finding)
    {
        var parts = finding.Message.Split('\'');
        return [parts[1], parts[3]];
    }

    private static Diagnostic Only(params RoutingRule[] rules) => Find(rules).Single();

    private static IReadOnlyList<Diagnostic> Find(RoutingRule[] rules, LintLimits? limits = null) => RangeOverlaps.Find(RuleSet.Create(rules), limits ?? LintLimits.Default, out _);
}
