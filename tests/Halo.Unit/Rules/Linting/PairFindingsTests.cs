namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class PairFindingsTests
{
    private static readonly RoutingRule Rule = new("a", When.Attribute("a").Is(1), "one");
    private static readonly RuleSet Rules = RuleSet.Create(Rule, Rule with { Id = "b" });

    [Test]
    public void IsOpen_CloseLooksUsedUp_IsFalse()
    {
        var findings = Findings(new LintLimits { CloseLooks = 2 });
        var before = (findings.IsOpen, findings.IsCovered(Rule, Rule), findings.IsOpen);
        Assert.That((before, findings.ExampleFor(Rule, Rule)?.Count, findings.IsOpen), Is.EqualTo(((true, true, true), 1, false)));
    }

    [Test]
    public void IsOpen_FindingsAtTheirLimit_IsFalse()
    {
        var findings = Findings(new LintLimits { Findings = 1 });
        findings.Add(0, 1, Finding("only"));
        Assert.That(findings.IsOpen, Is.False);
    }

    [Test]
    public void IsOpen_ConditionsThatTakeLongToCompare_IsFalse()
    {
        var findings = Findings(new LintLimits { CloseLooks = 5 });
        Assert.That((findings.IsCovered(List(60), List(61)), findings.IsOpen), Is.EqualTo((false, false)), "Five looks may take a hundred steps.");
    }

    [Test]
    public void ToList_FindingsInAnyOrder_AreSortedByTheLaterRuleThenTheEarlier()
    {
        var findings = Findings(LintLimits.Default);
        foreach (var (earlier, later) in new[] { (2, 5), (0, 9), (1, 5), (3, 4), (0, 5) }) findings.Add(earlier, later, Finding($"{later}-{earlier}"));
        Assert.That(findings.ToList(isComplete: true).Select(finding => finding.Message), Is.EqualTo(new[] { "4-3", "5-0", "5-1", "5-2", "9-0" }));
    }

    [Test]
    public void ToList_SearchThatStopped_SaysSoAtItsEnd()
    {
        var findings = Findings(LintLimits.Default);
        findings.Add(0, 1, Finding("only"));
        Assert.That(findings.ToList(isComplete: false)[1].ToString(), Is.EqualTo("info HALO112: The search for things stopped after 1 findings: too many rules could match the same tasks. There may be more."));
    }

    [Test]
    public void NameOf_RuleOfNoFile_IsItsId() => Assert.That(Findings(LintLimits.Default).NameOf(1), Is.EqualTo("'b'"));

    private static PairFindings Findings(LintLimits limits) => new(Rules, limits, "things");

    private static RoutingRule List(int count) => Rule with { When = When.Attribute("a").In([.. Enumerable.Range(0, count).Select(number => AttributeValue.Of(number))]) };

    private static Diagnostic Finding(string message) => new("C", DiagnosticSeverity.Info, message);
}
