namespace Halo.Unit.Rules.Indexing;

/// <summary>Segments of an index that changes: when they are merged, and what is left behind.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SegmentTests
{
    // A segment is merged when what is behind it has reached a quarter of it.
    [TestCase(3, new[] { 1, 2, 1 })]
    [TestCase(4, new[] { 2, 1, 2 })]
    [TestCase(15, new[] { 2, 2, 2, 1, 2 })]
    [TestCase(19, new[] { 2, 2, 2, 2, 3 })]
    public void Add_OneAfterTheOther_MergesSegmentsAboutTheirSize(int rules, int[] segments)
    {
        var index = Index(rules);
        Assert.That(segments.Select((_, i) => (index = index.Add(Rule(rules + i))).Statistics.Segments), Is.EqualTo(segments));
    }

    [Test]
    public void Add_BehindARemoval_LeavesTheDeadOut() => Assert.That(Index(3).Remove("r1").Add(Rule(3)).Statistics.Entries, Is.EqualTo(3));

    [Test]
    public void Add_RuleThatIsLast_LeavesTheBestFirst() => Assert.That(Index(2).Add(Rule(2)).TryMatch([new("b", 1)], out var rule) ? rule.Id : "", Is.EqualTo("r0"));

    [Test]
    public void InOrder_AfterChanges_IsByPriorityThenDeclaration()
    {
        var index = Index(20).Add(Rule(20, 1)).Remove("r3").Replace(Rule(5, -1)).Add(Rule(21));
        Assert.That(index.InOrder.ToArray().Select(number => index.Log.RuleOf(number).Id), Is.EqualTo((string[])["r20", .. Enumerable.Range(0, 20).Except([3, 5]).Select(i => $"r{i}"), "r21", "r5"]));
    }

    // Sixteen more dead numbers than rules are kept.
    [TestCase(1, 17, 18)]
    [TestCase(1, 18, 1)]
    [TestCase(10, 26, 36)]
    [TestCase(10, 27, 10)]
    public void Replace_AgainAndAgain_BuildsAnewWhenMostNumbersAreDead(int rules, int times, int numbers)
    {
        var index = Index(rules);
        for (var i = 0; i < times; i++) index = index.Replace(Rule(0, i));
        Assert.That(index.Log.Count, Is.EqualTo(numbers));
    }

    [Test]
    public void Replace_RuleWithoutId_HasThatFaultOnly() => Assert.That(Faults.Only(() => Index(1).Replace(new RoutingRule("", When.Always, "agent"))).Message, Does.Contain("no id"));

    [Test]
    public void Unindexed_Globs_AreThoseWithoutLiteralEnds()
    {
        string[] globs = ["a*", "*a", "a*b", "*", "*a*", "?b*"];
        var index = new RuleIndex(RuleSet.Create(globs.Select(glob => new RoutingRule(glob, When.Attribute("a").Like(glob), "agent"))));
        Assert.That(index.Statistics.Unindexed.Select(unindexed => unindexed.Rule.Id), Is.EqualTo(globs[3..]));
    }

    private static RuleIndex Index(int rules) => new(RuleSet.Create(Enumerable.Range(0, rules).Select(i => Rule(i))));

    private static RoutingRule Rule(int i, int priority = 0) => new($"r{i}", When.Attribute("b").Is(1), "agent", priority);
}
