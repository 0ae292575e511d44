using FsCheck.Fluent;
using Halo.Unit.Rules.Matching;

namespace Halo.Unit.Rules.Indexing;

/// <summary>Where bits are saved: bounds in 32 bits, heads of texts in 64, keys packed over several words.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleCheckTests
{
    private const double ThirtyTwoBits = 16_777_217; // the first integer that has no 32-bit form

    private static readonly double[] Numbers =
        [0.1, -0.1, 1 / 3.0, ThirtyTwoBits - 1, ThirtyTwoBits, ThirtyTwoBits + 1, 1e300, -1e300, double.Epsilon, -double.Epsilon, 0, float.MaxValue, 1e308];

    private static readonly string[] Characters = ["a", "b", "\u00fe", "\u00ff", "\u0100", "\u6f22", "\0"];

    [TestCase(8)]
    [TestCase(2_000)]
    public void FirstMatch_BoundsWithout32BitForm_AgreesWithTheLinearMatcher(int rules)
    {
        var random = new Random(rules);
        double Any() => Numbers[random.Next(Numbers.Length)];
        var set = RuleSet.Create(Enumerable.Range(0, rules).Select(i => Rule(i, When.Type("work") & (random.Next(3) switch
        {
            0 => When.Attribute("size").GreaterThan(Any()),
            1 => When.Attribute("size").LessThan(Any()),
            _ => When.Attribute("size").AtLeast(Any()),
        }))));
        var tasks = from number in Gen.Elements(Numbers) select new Dictionary<string, AttributeValue> { ["type"] = "work", ["size"] = number };
        Matchers.AssertAgreement(set, tasks, 100);
    }

    [Test]
    public void FirstMatch_BoundsWith32BitForm_HoldToTheLastBit()
    {
        var index = new RuleIndex(RuleSet.Create(Rule(0, When.Attribute("size").Between(1, 2))));
        Assert.That(
            new[] { Math.BitDecrement(1.0), 1, 2, Math.BitIncrement(2.0) }.Select(number => index.TryMatch([new("size", number)], out _)), Is.EqualTo(new[] { false, true, true, false }));
    }

    [TestCase(10)]
    [TestCase(2_000)]
    public void FirstMatch_HeadsOfEveryLengthAndAlphabet_AgreesWithTheLinearMatcher(int rules)
    {
        var random = new Random(rules);
        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Characters[random.Next(Characters.Length)]));
        var set = RuleSet.Create(Enumerable.Range(0, rules).Select(i => Rule(i, When.Type("work") & (random.Next(3) switch
        {
            0 => When.Attribute("path").StartsWith(Text(1 + random.Next(12))),
            1 => When.Attribute("path").EndsWith(Text(1 + random.Next(3))),
            _ => When.Attribute("path").Like(Text(random.Next(12)) + "*" + Text(random.Next(2))),
        }))).Append(Rule(rules, When.Type("work"))));
        var heads = set.Select(rule => rule.When is AllCondition { Parts: [_, PrefixCondition prefix] } ? prefix.Prefix : "").Where(head => head.Length > 0).ToArray();
        var tasks = from head in Gen.Elements(heads)
                    from cut in Gen.Choose(0, 1)
                    from tail in Gen.Elements(Characters).ArrayOf(2)
                    select new Dictionary<string, AttributeValue> { ["type"] = "work", ["path"] = head[..^cut] + string.Concat(tail) };
        Matchers.AssertAgreement(set, tasks, 500);
    }

    [Test]
    public void FirstMatch_KeysOverSeveralWords_AgreesWithTheLinearMatcher()
    {
        // 24 tables of two attributes each; 32 attributes of six bits need four words.
        var set = RuleSet.Create(Enumerable.Range(0, 24 * 40).Select(i =>
            Rule(i, When.Attribute($"a{i % 24}").Is(i % 40) & When.Attribute($"a{(i % 24) + 8}").Is(i / 24))));
        var tasks = from values in Gen.Choose(0, 40).ArrayOf(32)
                    from rule in Gen.Choose(0, (24 * 40) - 1)
                    select TaskOf(values, rule);
        Matchers.AssertAgreement(set, tasks, 1_000);
    }

    [TestCase(5, 2, true, TestName = "PackedKey_SlotsOfOneWord_IsExact")]
    [TestCase(10, 2, true, TestName = "PackedKey_SlotsOfNeighboringWords_IsExact")]
    [TestCase(60, 20, false, TestName = "PackedKey_MoreThan64Bits_IsNotExact")]
    public void PackedKey_OfTheLastSlots_IsExactWhereTheyFit(int slots, int used, bool exact)
    {
        var vocabulary = new RuleVocabulary();
        var all = Enumerable.Range(0, slots).Select(slot => vocabulary.AddSlot($"a{slot}")).ToArray();
        foreach (var slot in all)
        {
            for (var value = 0; value < 100; value++) vocabulary.AddSymbol(slot, value);
        }

        Assert.That(new PackedKey(new Signature(all[^used..]), new KeyLayout(vocabulary, all)).IsExact, Is.EqualTo(exact));
    }

    [Test]
    public void PackedKey_SlotsOfTwoWords_AreTurnedApart()
    {
        var vocabulary = new RuleVocabulary();
        var all = Enumerable.Range(0, 4).Select(slot => vocabulary.AddSlot($"a{slot}")).ToArray();
        foreach (var slot in all)
        {
            for (var value = 0; value < 70_000; value++) vocabulary.AddSymbol(slot, value); // 17 bits: three slots a word
        }

        Assert.That(new PackedKey(new Signature([all[0], all[3]]), new KeyLayout(vocabulary, all)).IsExact, Is.True);
    }

    [Test]
    public void PackedKey_Slots_NamesEachOnce()
    {
        var vocabulary = new RuleVocabulary();
        for (var slot = 1; slot <= 66; slot++) vocabulary.AddSymbol(vocabulary.AddSlot($"a{slot}"), 1);
        var layout = new KeyLayout(vocabulary, [1, 3, 65]);
        Assert.That((new PackedKey(new Signature([1, 3]), layout).Named, new PackedKey(new Signature([1, 65]), layout).Named), Is.EqualTo((0b1010UL, 0b10UL)), "Slots 1 and 65 share a bit.");
    }

    private static Dictionary<string, AttributeValue> TaskOf(int[] values, int rule)
    {
        var task = values.Select((value, i) => ($"a{i}", (AttributeValue)value)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        task[$"a{rule % 24}"] = rule % 40;
        task[$"a{(rule % 24) + 8}"] = rule / 24;
        return task;
    }

    private static RoutingRule Rule(int i, Condition when) => new($"r{i}", when, $"agent{i % 3}", i % 4);
}
