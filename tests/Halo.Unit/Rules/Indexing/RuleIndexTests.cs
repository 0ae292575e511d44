using FsCheck.Fluent;
using Halo.Unit.Rules.Matching;

namespace Halo.Unit.Rules.Indexing;

/// <summary>The index beyond its comfortable sizes: too many tables, too wide keys, too long lists.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleIndexTests
{
    [Test]
    public void FirstMatch_MoreSignaturesThanTables_AgreesWithTheLinearMatcher()
    {
        // 128 combinations of seven attributes, far more than there are tables.
        var rules = RuleSet.Create(Enumerable.Range(0, 1_024).Select(i => Rule(i, [.. Bits(i % 128, 7).Select(bit => Attribute(bit).Is(i / 128 % 2))], i % 5)));
        var tasks = from values in Gen.Elements<AttributeValue>(0, 1, default).ArrayOf(7) select Task(values);
        Matchers.AssertAgreement(rules, tasks, 1_000);
    }

    [Test]
    public void FirstMatch_KeysWiderThan64Bits_AgreesWithTheLinearMatcher()
    {
        // 30 attributes with 40 values need 180 bits; neighbors differ in one attribute only.
        var rules = RuleSet.Create(Enumerable.Range(0, 1_200).Select(i => Rule(i, [.. Enumerable.Range(0, 30).Select(a => Attribute(a).Is(a == i % 30 ? i / 30 : 0))], i % 3)));
        var tasks = from changed in Gen.Choose(0, 2)
                    from places in Gen.Choose(0, 29).ArrayOf(changed)
                    from values in Gen.Choose(0, 41).ArrayOf(changed)
                    select Task([.. Enumerable.Range(0, 30).Select(a => (AttributeValue)(Array.IndexOf(places, a) is >= 0 and var at ? values[at] : 0))]);
        Matchers.AssertAgreement(rules, tasks, 2_000);
    }

    [Test]
    public void FirstMatch_KeysOfExactly64Bits_AgreesWithTheLinearMatcher()
    {
        // Eight attributes with 255 values: eight bits each, none to spare.
        var rules = RuleSet.Create(Enumerable.Range(0, 255).Select(i => Rule(i, [.. Enumerable.Range(0, 8).Select(a => Attribute(a).Is((i * (a + 1)) % 255))], 0)));
        var tasks = from i in Gen.Choose(0, 260) from broken in Gen.Choose(0, 15) select Task([.. Enumerable.Range(0, 8).Select(a => (AttributeValue)(a == broken ? 1 : (i * (a + 1)) % 255))]);
        Matchers.AssertAgreement(rules, tasks, 2_000);
    }

    [Test]
    public void FirstMatch_ListsThatMultiply_AgreesWithTheLinearMatcher()
    {
        // 4 x 4 x 4 keys are the most that one rule is filed under; the longer lists must stay conditions.
        var rules = RuleSet.Create(Enumerable.Range(0, 40).Select(i => Rule(i, [.. Enumerable.Range(0, 4).Select(a => Attribute(a).In([.. Enumerable.Range(i, 3 + (a * i % 5)).Select(v => (AttributeValue)(v % 9))]))], i % 3)));
        var tasks = from values in Gen.Choose(0, 9).Select(v => (AttributeValue)v).ArrayOf(4) select Task(values);
        Matchers.AssertAgreement(rules, tasks, 2_000);
    }

    [Test]
    public void TermKey_OneLongList_IsAKey()
    {
        var vocabulary = new RuleVocabulary();
        var key = TermKey.Of([Attribute(0).In(Values(500))], new ConditionCompiler(vocabulary), vocabulary);
        Assert.That(key.CombinationsOf(key.Signature), Has.Count.EqualTo(500));
    }

    [Test]
    public void TermKey_ListsThatWouldMultiply_KeepsKeysLinearInTheValues()
    {
        var vocabulary = new RuleVocabulary();
        var key = TermKey.Of([.. Enumerable.Range(0, 4).Select(a => Attribute(a).In(Values(10)))], new ConditionCompiler(vocabulary), vocabulary);
        Assert.That(key.CombinationsOf(key.Signature), Has.Count.EqualTo(10), "10 x 10 would be more than four times 20.");
    }

    [Test]
    public void TermKey_ShortLists_Multiply()
    {
        var vocabulary = new RuleVocabulary();
        var key = TermKey.Of([Attribute(0).In(Values(3)), Attribute(1).In(Values(4)), Attribute(2).Is(1)], new ConditionCompiler(vocabulary), vocabulary);
        Assert.That(key.CombinationsOf(key.Signature).Select(symbols => string.Join(' ', symbols)).Distinct().Count(), Is.EqualTo(12));
    }

    [Test]
    public void SegmentFiling_MoreCombinationsThanTables_UsesABoundedNumberOfTables()
    {
        var vocabulary = new RuleVocabulary();
        var keys = Keys(500, 7, vocabulary);
        var filing = new SegmentFiling(keys);
        Assert.That(keys.Select(filing.HomeOf).Distinct().Count(home => home.Slots.Length > 1), Is.EqualTo(SignatureTables.MaxCount));
    }

    [Test]
    public void SegmentFiling_MoreCombinationsThanTables_FilesEachTermBySomeOfItsSlots()
    {
        var keys = Keys(500, 7, new RuleVocabulary());
        var filing = new SegmentFiling(keys);
        var lost = keys.Where(key => key.Signature.Slots.Length > 0 && !(filing.HomeOf(key) is { Slots.Length: > 0 } home && home.IsSubsetOf(key.Signature)));
        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void SegmentFiling_FewCombinations_GivesEachItsTable()
    {
        var keys = Keys(100, 4, new RuleVocabulary());
        var filing = new SegmentFiling(keys);
        Assert.That(keys.Select(filing.HomeOf), Is.EqualTo(keys.Select(key => key.Signature)));
    }

    [Test]
    public void Statistics_HostileCombinations_AreLinearInTheConditions()
    {
        var index = new RuleIndex(RuleSet.Create(Enumerable.Range(0, 2_000).Select(i =>
            Rule(i, [.. Enumerable.Range(0, 6).Select(a => Attribute(a + (i % 30)).In(Values(6))), Attribute(40).Between(i, i + 500)], 0))));
        Assert.That(index.Statistics.Entries, Is.LessThanOrEqualTo(2_000 * 37 * 8));
    }

    [Test]
    public void Statistics_ConditionsThatCannotBeLookedUp_AreNamedWithTheReason()
    {
        var index = new RuleIndex(RuleSet.Create(
            new RoutingRule("equal", Attribute(0).Is(1), "a"),
            new RoutingRule("regex", Attribute(0).Matches("x+"), "a"),
            new RoutingRule("not", !Attribute(0).Is(1), "a"),
            new RoutingRule("all", When.Always, "a")));
        Assert.That(index.Statistics.Unindexed.Select(unindexed => $"{unindexed.Rule.Id}: {unindexed.Reason}"), Is.EqualTo(new[]
        {
            "regex: a regular expression cannot be looked up", "not: a negation cannot be looked up", "all: it matches every task",
        }));
    }

    [TestCase(64)]
    [TestCase(5_000)]
    public void FirstMatch_LongBucketsOfEveryKind_AgreesWithTheLinearMatcher(int rules)
    {
        var random = new Random(rules);
        var set = RuleSet.Create(Enumerable.Range(0, rules).Select(i => Rule(i, [When.Type("work"), LongBucketTest(random)], i % 4)));
        var tasks = from number in Gen.Choose(0, 1_000)
                    from path in Gen.Choose(0, 60)
                    from team in Gen.Choose(0, 20)
                    select new Dictionary<string, AttributeValue> { ["type"] = "work", ["size"] = number, ["path"] = $"/{path % 8}/{path}/x.{path % 5}", ["team"] = $"t{team}" };
        Matchers.AssertAgreement(set, tasks, 300);
    }

    [Test]
    public void TryMatch_HundredThousandRules_FindsEachByItsOwnValue()
    {
        var index = new RuleIndex(RuleSet.Create(Enumerable.Range(0, 100_000).Select(i => Rule(i, [Attribute(0).Is($"v{i}")], 0))));
        for (var i = 0; i < 100_000; i += 997) Assert.That(index.TryMatch(Task([$"v{i}"]), out var rule) ? rule.Id : "", Is.EqualTo($"r{i}"));
    }

    private static Condition LongBucketTest(Random random) => random.Next(8) switch
    {
        0 => When.Attribute("size").Between(random.Next(1_000), random.Next(1_000, 2_000)),
        1 => When.Attribute("size").GreaterThan(random.Next(990)) & When.Attribute("size").LessThan(1_000),
        2 => When.Attribute("path").StartsWith($"/{random.Next(8)}/{random.Next(70)}"),
        3 => When.Attribute("path").EndsWith($".{random.Next(6)}"),
        4 => When.Attribute("path").Like($"/{random.Next(8)}/*.{random.Next(6)}"),
        5 => When.Attribute("team").In($"t{random.Next(25)}", $"t{random.Next(25)}"),
        6 => When.Attribute("team").Is($"t{random.Next(25)}") | When.Attribute("size").AtMost(random.Next(1_000)),
        _ => !When.Attribute("team").Is($"t{random.Next(25)}") & When.Attribute("size").Is(random.Next(1_000)),
    };

    private static AttributeValue[] Values(int count) => [.. Enumerable.Range(0, count).Select(v => (AttributeValue)v)];

    private static List<TermKey> Keys(int count, int attributes, RuleVocabulary vocabulary)
    {
        var compiler = new ConditionCompiler(vocabulary);
        return [.. Enumerable.Range(0, count).Select(i => TermKey.Of([.. Bits(i % (1 << attributes), attributes).Select(bit => Attribute(bit).Is(i))], compiler, vocabulary))];
    }

    private static AttributeTest Attribute(int number) => When.Attribute($"a{number}");

    private static IEnumerable<int> Bits(int mask, int count) => Enumerable.Range(0, count).Where(bit => (mask & (1 << bit)) != 0);

    private static RoutingRule Rule(int i, Condition[] parts, int priority) => new($"r{i}", When.All(parts), $"agent{i % 3}", priority);

    private static Dictionary<string, AttributeValue> Task(AttributeValue[] values) =>
        values.Select((value, i) => ($"a{i}", value)).Where(pair => pair.value.Kind != AttributeKind.None).ToDictionary(pair => pair.Item1, pair => pair.value);
}
