namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleTiesTests
{
    [Test]
    public void Find_ManyRulesThatTieWithTheFirst_NamesThemByRuleOrder()
    {
        var rules = RuleSet.Create([new("first", When.Type("compile"), "one"), .. Enumerable.Range(0, 60).Select(i => new RoutingRule($"r{i}", When.Attribute("cores").Is(i), "two"))]);
        Assert.That(Find(rules).Select(tie => Witnesses.PairOf(tie, rules)).Select(pair => (pair.Later.Id, pair.Earlier.Id)), Is.EqualTo(Enumerable.Range(0, 60).Select(i => ($"r{i}", "first"))));
    }

    [Test]
    public void Find_ConditionsThatTakeTooLongToCompare_SaysSo()
    {
        var (few, many) = (When.Attribute("n").In([.. Enumerable.Range(0, 50).Select(n => AttributeValue.Of(n))]), When.Attribute("n").In([.. Enumerable.Range(0, 51).Select(n => AttributeValue.Of(n))]));
        Assert.That(Find(RuleSet.Create(new RoutingRule("a", few, "one"), new("b", many, "two")), new LintLimits { CloseLooks = 5 }).Select(finding => finding.Code), Is.EqualTo(new[] { "HALO112" }));
    }

    private static IReadOnlyList<Diagnostic> Find(RuleSet rules, LintLimits? limits = null) => RuleTies.Find(rules, new HashSet<(int, int)>(), limits ?? LintLimits.Default);
}
