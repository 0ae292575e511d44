using Halo.Unit.Rules.Matching;

namespace Halo.Unit.Rules.Indexing;

/// <summary>
/// Rules over so many combinations of attributes that the rarest have no table: many of them lie behind one key, and only nodes tell
/// them apart.
/// </summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RareCombinationTests
{
    private const int Rare = 40;

    private static readonly AttributeTest E = When.Attribute("e");
    private static readonly AttributeTest F = When.Attribute("f");
    private static readonly Condition Key = When.Attribute("c").Is(1) & When.Attribute("d").Is(1);

    private static readonly TestCaseData[] Shapes =
    [
        Shape("values", i => E.Is(i), 1, 1),
        Shape("lists", i => E.In(i, i + 1), 2, 2),
        Shape("values and none", i => i % 4 == 0 ? E.Exists() & F.Is(i) : E.Is(i), 1, 11),
        Shape("a value that is common", i => E.Is(i % 2) & F.Is(i / 2), 1, 1),
    ];

    [TestCaseSource(nameof(Shapes))]
    public void FirstMatch_ManyRulesBehindOneKey_AgreesWithTheLinearMatcher(Func<int, Condition> condition, int entries, int candidates)
    {
        var rules = Rules(condition);
        var (linear, index) = (new LinearMatcher(rules), new RuleIndex(rules));
        var tasks = from e in Enumerable.Range(-1, Rare + 2) from f in new AttributeValue[] { default, 0, 4, 19 } select TaskOf(e, f);
        Assert.That(tasks.Select(task => Matchers.Enumerate(index, task, index.Targets.AllAdmitted)), Is.EqualTo(tasks.Select(task => Matchers.Enumerate(linear, task, linear.Targets.AllAdmitted))));
    }

    [TestCaseSource(nameof(Shapes))]
    public void Statistics_ManyRulesBehindOneKey_FilesEachAsOftenAsItsList(Func<int, Condition> condition, int entries, int candidates) =>
        Assert.That(new RuleIndex(Rules(condition)).Statistics.Entries - new RuleIndex(Rules(null)).Statistics.Entries, Is.EqualTo(entries * Rare));

    [TestCaseSource(nameof(Shapes))]
    public void Search_ManyRulesBehindOneKey_LooksAtFew(Func<int, Condition> condition, int entries, int candidates)
    {
        var index = new RuleIndex(Rules(condition));
        var match = index.Search(Matchers.Row(index, TaskOf(1, 19)), index.Targets.AllAdmitted);
        Assert.That(match.Candidates, Is.LessThanOrEqualTo(candidates));
    }

    // Only one level of nodes may file a rule more than once.
    [Test]
    public void Statistics_ListsAndRanges_AreNotMultiplied()
    {
        var index = new RuleIndex(Rules(i => E.In(i % 3, (i + 1) % 3) & F.Between(i, i + 20)));
        Assert.That(index.Statistics.Entries - new RuleIndex(Rules(null)).Statistics.Entries, Is.EqualTo(2 * Rare));
    }

    [Test]
    public void Statistics_ValuesAndRanges_MayFileARangeMoreThanOnce()
    {
        var index = new RuleIndex(Rules(i => E.Is(i % 2) & F.Between(i, i + 15)));
        Assert.That(index.Statistics.Entries - new RuleIndex(Rules(null)).Statistics.Entries, Is.GreaterThan(Rare));
    }

    // Every kept combination has more rules than the rare one, which lies within none but the last.
    private static RuleSet Rules(Func<int, Condition>? condition)
    {
        var common = from table in Enumerable.Range(0, SignatureTables.MaxCount)
                     from i in Enumerable.Range(0, Rare + 5)
                     select table == 0 ? When.Attribute("c").Is(i + 2) & When.Attribute("d").Is(1) : When.Attribute($"a{table}").Is(i) & When.Attribute($"b{table}").Is(1);
        var rare = condition is null ? [] : Enumerable.Range(0, Rare).Select(i => Key & condition(i));
        return RuleSet.Create(rare.Concat(common).Select((when, i) => new RoutingRule($"r{i}", when, $"agent{i % 3}", i % 2)));
    }

    private static Dictionary<string, AttributeValue> TaskOf(AttributeValue e, AttributeValue f) => new() { ["c"] = 1, ["d"] = 1, ["e"] = e, ["f"] = f };

    private static TestCaseData Shape(string name, Func<int, Condition> condition, int entries, int candidates) => new TestCaseData(condition, entries, candidates).SetArgDisplayNames(name);
}
