using Halo.Unit.Rules.Matching;

namespace Halo.Unit.Rules.Indexing;

/// <summary>How many rules a search looks at, and how many of them it has to check: what an index is for.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SearchCountTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");
    private static readonly Condition X = When.Type("x");

    private static readonly TestCaseData[] Rows =
    [
        Row("value", i => A.Is(i), 1, 0),
        Row("two values", i => A.Is(i) & B.Is(1), 1, 0),
        Row("a value of a list", i => A.In(i, i + 100), 1, 0),
        Row("a value of two alternatives", i => A.Is(i) | A.Is(i + 100), 1, 0),
        Row("value and a negation", i => A.Is(i) & !B.Is(2), 1, 1),
        Row("prefix behind a type", i => X & A.StartsWith(Name(i)), 1, 0),
        Row("suffix behind a type", i => X & A.EndsWith(Name(i)), 1, 0),
        Row("prefix and a negation", i => X & A.StartsWith(Name(i)) & !B.Is(2), 1, 1),
        Row("glob behind a type", i => X & A.Like(Name(i) + "*"), 1, 1),
        Row("range behind a type", i => X & A.Between(i, i), 1, 1),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Search_ManyRules_LooksAtTheOneThatMatches(Func<int, Condition> condition, int candidates, int checks)
    {
        var index = Index(Enumerable.Range(0, 40).Select(condition));
        var found = Enumerable.Range(0, 40).Select(i => Search(index, condition(i) is AllCondition { Parts: [_, PrefixCondition or SuffixCondition or GlobCondition] or [AllCondition { Parts: [_, PrefixCondition] }, _] } ? Name(i) : i));
        Assert.That(found, Is.EqualTo(Enumerable.Range(0, 40).Select(i => (i, candidates, checks))));
    }

    [Test]
    public void Search_ListOfRules_CountsThoseBeforeTheMatch() =>
        Assert.That(Search(Index([!A.Is(1), A.Exists() & !A.Is(2) & !A.Is(1), !A.Is(3), When.Always, When.Always]), 1), Is.EqualTo((2, 3, 3)));

    [Test]
    public void Search_AgentThatIsNotAdmitted_IsLookedAtAndNotChecked()
    {
        var index = new RuleIndex(RuleSet.Create(new RoutingRule("r0", !A.Is(2), "one"), new("r1", !A.Is(3), "two")));
        Assert.That(Search(index, 1, [false, true]), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public void Search_SeveralSegments_AddsTheirCounts()
    {
        var index = Index(Enumerable.Range(0, 40).Select(i => A.Is(1) & B.Is(i))).Add(new RoutingRule("r40", !B.Is(9), "agent")).Add(new RoutingRule("r41", !B.Is(1), "agent", 1));
        Assert.That((index.Statistics.Segments, Search(index, 1)), Is.EqualTo((2, (1, 2, 1))));
    }

    [Test]
    public void Scan_RuleThatIsNoBetter_IsNotLookedAt()
    {
        var buckets = new Buckets([new RuleEntry(5, 0, default)], [], []);
        var search = new RuleSearch([true], [], RuleOrder.First);
        search.Enter(buckets, [0, 0, 0, 0, 0, 0], after: -1, before: 5);
        search.Scan(0, 1, new SegmentRow(new RuleVocabulary(), KeyLayout.None, new LiteralTable()));
        Assert.That((search.Best, search.Result.Candidates), Is.EqualTo((5, 0)));
    }

    private static (int Found, int Candidates, int Checked) Search(RuleIndex index, AttributeValue value, bool[]? admitted = null)
    {
        var match = index.Search(Matchers.Row(index, new Dictionary<string, AttributeValue> { ["type"] = "x", ["a"] = value, ["b"] = 1 }), admitted ?? index.Targets.AllAdmitted);
        return (match.Rule, match.Candidates, match.Checked);
    }

    private static RuleIndex Index(IEnumerable<Condition> conditions) => new(RuleSet.Create(conditions.Select((condition, i) => new RoutingRule($"r{i}", condition, "agent"))));

    private static string Name(int i) => $"{(char)('a' + (i % 26))}{i / 26}{(char)('a' + (i % 26))}";

    private static TestCaseData Row(string name, Func<int, Condition> condition, int candidates, int checks) =>
        new TestCaseData(condition, candidates, checks).SetArgDisplayNames(name);
}
