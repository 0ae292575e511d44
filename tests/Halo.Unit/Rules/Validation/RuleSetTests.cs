namespace Halo.Unit.Rules.Validation;

/// <summary>The total order of rules, and look-up by id.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleSetTests
{
    [TestCase(new[] { 0, 0, 0 }, new[] { 0, 1, 2 })]
    [TestCase(new[] { 1, 2, 3 }, new[] { 2, 1, 0 })]
    [TestCase(new[] { 5, -5, 5, 0, -5 }, new[] { 0, 2, 3, 1, 4 })]
    [TestCase(new[] { int.MinValue, int.MaxValue, 0 }, new[] { 1, 2, 0 })]
    [TestCase(new[] { int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue }, new[] { 6, 5, 4, 3, 2, 1, 0 })]
    [TestCase(new[] { int.MinValue, 0, int.MinValue, int.MaxValue, int.MaxValue }, new[] { 3, 4, 1, 0, 2 })]
    public void ByRank_OfPriorities_IsDescendingThenDeclaration(int[] priorities, int[] order) =>
        Assert.That(RuleSet.Create(priorities.Select((priority, i) => Rule($"r{i}", priority))).ByRank.ToArray(), Is.EqualTo(order));

    [Test]
    public void ByRank_ManyEqualPriorities_KeepsDeclaration() =>
        Assert.That(RuleSet.Create(Enumerable.Range(0, 10_000).Select(i => Rule($"r{i}", i % 3))).ByRank.ToArray(),
            Is.EqualTo(Enumerable.Range(0, 10_000).OrderByDescending(i => i % 3)));

    [Test]
    public void Enumeration_OfASet_IsInDeclarationOrder() =>
        Assert.That(RuleSet.Create(Rule("low", 1), Rule("high", 9)).Select(rule => rule.Id), Is.EqualTo(new[] { "low", "high" }));

    [Test]
    public void Enumeration_WithoutType_IsInDeclarationOrder() =>
        Assert.That(((System.Collections.IEnumerable)RuleSet.Create(Rule("low", 1), Rule("high", 9))).Cast<RoutingRule>().Select(rule => rule.Id), Is.EqualTo(new[] { "low", "high" }));

    [Test]
    public void TryGet_KnownId_GivesItsRule() =>
        Assert.That(RuleSet.Create(Rule("a", 1), Rule("b", 2)).TryGet("b", out var rule) ? rule.Priority : -1, Is.EqualTo(2));

    [Test]
    public void TryGet_UnknownId_IsFalse() => Assert.That(RuleSet.Create(Rule("a", 1)).TryGet("A", out _), Is.False);

    [Test]
    public void Create_ListChangedAfterwards_KeepsItsRules()
    {
        var rules = new List<RoutingRule> { Rule("a", 1) };
        var set = RuleSet.Create(rules);
        rules.Clear();
        Assert.That(set, Has.Count.EqualTo(1));
    }

    [Test]
    public void Create_FaultyRules_ThrowsWithEveryFault() => Assert.That(Faults.Of(() => RuleSet.Create(Rule("a", 1), Rule("a", 1), Rule("", 1))), Has.Count.EqualTo(2));

    [Test]
    public void Create_Null_Throws() => Assert.Throws<ArgumentNullException>(() => RuleSet.Create((IEnumerable<RoutingRule>)null!));

    [Test]
    public void Empty_Always_HasNoRules() => Assert.That((RuleSet.Empty.Count, RuleSet.Empty.ByRank.Length), Is.EqualTo((0, 0)));

    [Test]
    public void LocationOf_RuleFromCode_IsUnknown() => Assert.That(RuleSet.Create(Rule("a", 1)).LocationOf(0), Is.EqualTo(default(SourceLocation)));

    [Test]
    public void LocationOf_RuleFromAFile_IsItsLine() =>
        Assert.That(RuleFile.Parse("""
            {"rules": [
              {"id": "a", "when": {}, "route": "x"},

              {"id": "b", "priority": 9, "when": {}, "route": "x"}
            ]}
            """, "f.json").LocationOf(1), Is.EqualTo(new SourceLocation("f.json", 4, 3)));

    private static RoutingRule Rule(string id, int priority) => new(id, When.Always, "agent", priority);
}
