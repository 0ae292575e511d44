namespace Halo.Unit.Rules.Indexing;

/// <summary>What an index says of itself. Not parallel: memory is measured.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class IndexStatisticsTests
{
    [Test]
    public void Statistics_SmallSet_CountsTablesAndEntries()
    {
        var index = new RuleIndex(RuleSet.Create(
            Rule("one", When.Attribute("a").Is(1)),
            Rule("list", When.Attribute("b").In(1, 2, 3)),
            Rule("two", When.Attribute("a").Is(1) & When.Attribute("b").Is(2)),
            Rule("either", When.Attribute("c").Is(1) | When.Attribute("c").Is(2)),
            Rule("always", When.Always),
            Rule("never looked up", !When.Attribute("a").Is(1))));
        var statistics = index.Statistics;
        Assert.That(
            (statistics.Rules, statistics.Segments, statistics.Tables, statistics.Entries, statistics.Unindexed.Count),
            Is.EqualTo((6, 1, 4, 9L, 2)));
    }

    [TestCase(12, 12, 0)]
    [TestCase(13, 13, 13)]
    [TestCase(60, 60, 60)]
    [TestCase(60, 31, 60)]
    [TestCase(60, 30, 2)]
    [TestCase(60, 4, 15)]
    public void LongestList_RulesThatCannotBeLookedUp_AreOneListOrOneForEachAgent(int rules, int agents, int longest)
    {
        var index = new RuleIndex(RuleSet.Create(Enumerable.Range(0, rules).Select(i => new RoutingRule($"r{i}", !When.Attribute("a").Is(i), $"agent{i % agents}"))));
        Assert.That(index.Statistics.LongestList, Is.EqualTo(longest));
    }

    [Test]
    public void Statistics_OfSeveralSegments_AreTheirSum()
    {
        var index = new RuleIndex(RuleSet.Create(Enumerable.Range(0, 200).Select(i => Rule($"r{i}", When.Attribute("a").Is(i)))));
        var more = index.Add(Rule("new", When.Attribute("b").Is(1)));
        Assert.That(
            (more.Statistics.Segments, more.Statistics.Tables, more.Statistics.Entries),
            Is.EqualTo((2, index.Statistics.Tables + 1, index.Statistics.Entries + 1)));
        Assert.That(more.Statistics.Bytes, Is.GreaterThan(index.Statistics.Bytes));
    }

    [TestCase("values")]
    [TestCase("pairs")]
    [TestCase("ranges")]
    [TestCase("prefixes")]
    [TestCase("equal values behind one type")]
    [TestCase("agents")]
    public void Bytes_ManyRules_AreAboutWhatTheIndexRetains(string kind)
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 20_000).Select(i => new RoutingRule($"r{i}", ConditionOf(kind, i), $"agent{i % 4}")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new RuleIndex(rules);
        var retained = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(index.Statistics.Bytes, Is.InRange(retained / 2, retained * 2), $"retained: {retained}");
    }

    private static Condition ConditionOf(string kind, int i) => kind switch
    {
        "values" => When.Attribute("a").Is(i),
        "pairs" => When.Attribute("a").Is(i / 100) & When.Attribute("b").Is(i % 100),
        "ranges" => When.Type("x") & When.Attribute("a").Between(i, i + 3),
        "prefixes" => When.Type("x") & When.Attribute("a").StartsWith($"{i:x5}"),
        "equal values behind one type" => When.Type("x") & !When.Attribute("b").Is(0) & When.Attribute("a").Is(i),
        _ => When.Type("x") & !When.Attribute("b").Is(i),
    };

    private static RoutingRule Rule(string id, Condition condition) => new(id, condition, "agent");
}
