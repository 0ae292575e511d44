namespace Halo.Unit.Rules;

/// <summary>A null that nobody may give is refused by its name, not met somewhere within.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class NullArgumentTests
{
    [TestCaseSource(nameof(Calls))]
    public void PublicMember_NullArgument_IsRefusedByName(Action call, string name) =>
        Assert.That(() => call(), Throws.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(name));

    private static IEnumerable<TestCaseData> Calls()
    {
        yield return Case(() => RuleSet.Create((IEnumerable<RoutingRule>)null!), "rules", "RuleSet.Create");
        yield return Case(() => RuleSetChange.Between(null!, RuleSet.Empty), "before", "RuleSetChange.Between");
        yield return Case(() => RuleSetChange.Between(RuleSet.Empty, null!), "after", "RuleSetChange.Between");
        yield return Case(() => new RuleIndex(RuleSet.Empty).Add(null!), "rule", "RuleIndex.Add");
        yield return Case(() => new RuleIndex(RuleSet.Empty).Replace(null!), "rule", "RuleIndex.Replace");
        yield return Case(() => new RuleIndex(RuleSet.Empty).Remove(null!), "id", "RuleIndex.Remove");
        yield return Case(() => _ = new HaloValidationException((IReadOnlyList<Diagnostic>)null!), "diagnostics", "HaloValidationException");
        yield return Case(() => RuleCoverage.Find(null!), "rules", "RuleCoverage.Find");
        yield return Case(() => RuleLint.Find(null!), "rules", "RuleLint.Find");
        yield return Case(() => RuleFile.Load(""), "path", "RuleFile.Load");
        yield return Case(() => RuleSource.Watch(""), "path", "RuleSource.Watch");
        yield return Case(() => RuleSource.Watch("rules.json", new RuleSourceOptions { Limits = null! }), "Limits", "RuleSourceOptions.Limits");
    }

    private static TestCaseData Case(Action call, string name, string member) => new TestCaseData(call, name).SetArgDisplayNames(member, name);
}
