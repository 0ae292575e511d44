using Halo.Unit.Rules.Matching;

namespace Halo.Unit.Rules.Indexing;

/// <summary>Rules of one type that only nodes can tell apart, asked at every bound, against the linear matcher.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class CandidateNodeTests
{
    private static readonly string Long = new('l', TextNode.MaxLength);

    // Each begins with others, shares its first characters with others, or is told apart only by its last or a large character.
    private static readonly string[] Texts =
    [
        "/", "/a", "/ab", "/abc", "/abd", "/ab\0", "/b", "/ba", "/bab", "/c", "/ca", "/cab", "/caba", "/cabab", "/é", "/éa", "/ÿ", "/ÿa", "/Ā", "/Āa",
        "/1234567", "/12345678", "/123456789", "/1234567890", "/123456781", "/\uffff", "/\uffff1", "/" + Long, "/" + Long + "1", "/" + Long + "2",
    ];

    [Test]
    public void Search_RangesOfEveryWidth_FindsThoseAroundANumber()
    {
        var ranges = Enumerable.Range(0, 20).SelectMany(i => new (double Low, double High)[] { (i, i), (i, i + 1), (3 * i, (3 * i) + 10), (-i, 60 - i) });
        var conditions = ranges.Select(range => When.Attribute("a").Between(range.Low, range.High))
            .Append(When.Attribute("a").AtLeast(30))
            .Append(When.Attribute("a").LessThan(5))
            .Append(!When.Attribute("b").Is(1));
        AssertAgreement([.. conditions], Enumerable.Range(-50, 250).Select(i => (AttributeValue)(i / 2.0)).Append("text").Append(default));
    }

    [Test]
    public void Search_Prefixes_FindsThoseThatATextBeginsWith() =>
        AssertAgreement([.. Texts.Select(text => When.Attribute("a").StartsWith(text)), !When.Attribute("b").Is(1)], Around(Texts, (text, more) => text + more));

    [Test]
    public void Search_PrefixesThatShareTheirBeginning_FindsThoseThatATextBeginsWith() =>
        AssertAgreement([.. Texts.Select(text => When.Attribute("a").StartsWith("shared" + text))], Around([.. Texts.Select(text => "shared" + text), "share", "sharec", "sharee", "shared"], (text, more) => text + more));

    // All are filed by the same text, again on every level; a task's text need not begin with it.
    [Test]
    public void Search_PrefixesThatDifferBeyondWhatIsFiled_FindsThoseThatATextBeginsWith()
    {
        string[] texts = [.. Enumerable.Range(0, 20).Select(i => $"{Long}{i}")];
        AssertAgreement([.. texts.Select(text => When.Attribute("a").StartsWith(text))], Around(texts, (text, more) => text + more).Append("other"));
    }

    [Test]
    public void Search_PrefixesThatShareNothing_FindsThoseThatATextBeginsWith()
    {
        string[] texts = [.. Texts[1..].Select(text => text[1..])];
        AssertAgreement([.. texts.Select(text => When.Attribute("a").StartsWith(text))], Around(texts, (text, more) => text + more));
    }

    // The rule by type alone is met first; what lies behind it is worth a look only where something better does.
    [TestCase("ranges")]
    [TestCase("prefixes")]
    public void Search_NodeWithBetterRulesThanTheFirstFound_FindsThem(string kind)
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 40).Select(i => new RoutingRule($"r{i}", i == 20 ? When.Type("x") : kind == "ranges" ? When.Attribute("a").Between(i, i) : When.Attribute("a").StartsWith($"{(char)('0' + i)}"), "agent")));
        var index = new RuleIndex(rules);
        var found = Enumerable.Range(0, 40).Select(i => index.TryMatch([new("type", "x"), new("a", kind == "ranges" ? i : $"{(char)('0' + i)}")], out var rule) ? rule.Id : "");
        Assert.That(found, Is.EqualTo(Enumerable.Range(0, 40).Select(i => $"r{Math.Min(i, 20)}")));
    }

    [Test]
    public void Search_Suffixes_FindsThoseThatATextEndsWith()
    {
        string[] ends = [.. Texts.Select(text => new string([.. text.Reverse()]))];
        AssertAgreement([.. ends.Select(text => When.Attribute("a").EndsWith(text)), !When.Attribute("b").Is(1)], Around(ends, (text, more) => more + text));
    }

    [Test]
    public void Search_GlobsWithLiteralEnds_FindsThoseThatMatch() =>
        AssertAgreement(
            [.. Enumerable.Range(0, 40).Select(i => When.Attribute("a").Like($"/{i % 10}/*{i % 4}.{i}"))],
            Enumerable.Range(0, 40).SelectMany(i => new[] { $"/{i % 10}/{i % 4}.{i}", $"/{i % 10}/x{i % 4}.{i}", $"/{i % 10}/x.{i}", $"/{i % 9}/x{i % 4}.{i}", $"/{i % 10}/{i % 4}.{i}0" }).Select(text => (AttributeValue)text));

    [Test]
    public void Search_ValuesAndListsBesideRangesAndTexts_FindsThoseThatMatch()
    {
        var conditions = Enumerable.Range(0, 120).Select(i => (i % 4) switch
        {
            0 => When.Attribute("a").Is(i % 30) & When.Attribute("b").Is(i % 3),
            1 => When.Attribute("a").In(i % 30, (i + 1) % 30, (i + 7) % 30) & When.Attribute("b").Between(0, i % 4),
            2 => When.Attribute("a").Between(i % 30, (i % 30) + 2) & When.Attribute("b").In(0, 1, 2),
            _ => When.Attribute("a").In([.. Enumerable.Range(i % 20, 9).Select(value => (AttributeValue)value)]),
        });
        AssertAgreement([.. conditions], Enumerable.Range(-1, 34).Select(value => (AttributeValue)value).Append("1").Append(true), [default, 0, 1, 2, 3]);
    }

    [Test]
    public void CellsOf_AnyRange_AreFewAndHoldIt()
    {
        double[] cuts = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        for (var low = 0; low < 100; low++)
        {
            for (var high = low; high < 100; high++)
            {
                var cells = RangeNode.CellsOf(new RangeCondition("a", low, high), cuts).ToList();
                var width = (int)(cells[0] >> 32);
                var places = (First: (long)(uint)cells[0] << width, Last: (((long)(uint)cells[^1] + 1) << width) - 1);
                Assert.That((cells.Count is >= 1 and <= RangeNode.MaxCells, places.First <= (2 * low) + 1, places.Last >= (2 * high) + 1), Is.EqualTo((true, true, true)), $"{low} to {high}");
                Assert.That(cells.Zip(cells.Skip(1)).All(pair => pair.Second == pair.First + 1), Is.True, $"{low} to {high}");
            }
        }
    }

    private static IEnumerable<AttributeValue> Around(IEnumerable<string> texts, Func<string, string, string> add) => texts
        .SelectMany(text => new[] { text, text[..^1], text[1..], add(text, "a"), add(text, "\0"), add(text, "\uffff"), add(text, Long), add(text[..^1], "`"), add(text[..^1], "z") })
        .Select(text => (AttributeValue)text).Append(1).Append(default);

    private static void AssertAgreement(Condition[] conditions, IEnumerable<AttributeValue> values, AttributeValue[]? seconds = null)
    {
        // In three orders, as what is found first decides what need not be looked at.
        foreach (var turn in (int[])[0, conditions.Length / 3, conditions.Length / 2])
        {
            var rules = RuleSet.Create(conditions.Select((condition, i) => new RoutingRule($"r{i}", When.Type("x") & condition, $"agent{i % 40}", (i + turn) % conditions.Length)));
            var (linear, index) = (new LinearMatcher(rules), new RuleIndex(rules));
            foreach (var value in values)
            {
                foreach (var second in seconds ?? [default])
                {
                    var task = new Dictionary<string, AttributeValue> { ["type"] = "x", ["a"] = value, ["b"] = second };
                    Assert.That(Matchers.Enumerate(index, task, index.Targets.AllAdmitted), Is.EqualTo(Matchers.Enumerate(linear, task, linear.Targets.AllAdmitted)), $"{value}, {second}");
                }
            }
        }
    }
}
