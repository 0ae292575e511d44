using FsCheck.Fluent;

namespace Halo.Unit.Rules.Matching;

/// <summary>Numbers are matched exactly: around 2^53 and 2^63, at zero of either sign, and as decimals.</summary>
[TestFixture(MatcherKind.Linear), TestFixture(MatcherKind.Index), Category("Unit"), Parallelizable]
public sealed class ExactNumberMatchingTests(MatcherKind kind)
{
    private const long TwoTo53 = 9007199254740992;

    private static readonly AttributeTest N = When.Attribute("n");

    private static readonly AttributeValue[] Values =
    [
        .. Enumerable.Range(-4, 9).SelectMany(i => new AttributeValue[] { TwoTo53 + i, -TwoTo53 + i, (TwoTo53 * 2) + i, (TwoTo53 * 64) + i, i }),
        long.MaxValue, long.MaxValue - 1, long.MaxValue - 1024, long.MinValue, long.MinValue + 1, 9223372036854775808.0, -9223372036854777856.0, 1e300, -1e300,
        -0.0, 0.1, 0.3, 0.1 + 0.2, 1.5, 9007199254740991.5 / 2, 16_777_217, 16_777_216.5, default, "9007199254740993", true,
    ];

    [Test]
    public void TryMatch_RuleForAnIntegerThatNoDoubleHolds_MatchesThatOneOnly() =>
        Assert.That(Matching(N.Is(TwoTo53 + 1)), Is.EqualTo(new[] { "9007199254740993" }));

    [Test]
    public void TryMatch_ListOfIntegersThatNoDoubleHolds_MatchesThoseOnly() =>
        Assert.That(Matching(N.In(TwoTo53 + 1, TwoTo53 + 3)), Is.EqualTo(new[] { "9007199254740993", "9007199254740995" }));

    [Test]
    public void TryMatch_GreaterThanTheLastDoubleBefore_MatchesTheIntegerAfterIt() =>
        Assert.That(Matching(N.GreaterThan(TwoTo53) & N.LessThan(TwoTo53 + 2)), Is.EqualTo(new[] { "9007199254740993" }));

    [Test]
    public void TryMatch_RangeUpToAnInteger_EndsThere() =>
        Assert.That(Matching(N.Between(TwoTo53 + 1, TwoTo53 + 3)), Is.EqualTo(new[] { "9007199254740993", "9007199254740994", "9007199254740995" }));

    [Test]
    public void TryMatch_RangeFromTheLargestInteger_MatchesItAndLargerDoubles() =>
        Assert.That(Matching(N.AtLeast(long.MaxValue)), Is.EqualTo(new[] { "1E+300", "9223372036854775807", "9.223372036854776E+18" }));

    [Test]
    public void TryMatch_OneAndOnePointZero_AreTheSame() => Assert.That(Matching(N.Is(1.0)), Is.EqualTo(Matching(N.Is(1))));

    [Test]
    public void TryMatch_ZeroOfEitherSign_AreTheSame() => Assert.That(Matching(N.Is(-0.0)), Is.EqualTo(Matching(N.Is(0))).And.Not.Empty);

    // Few rules are scanned, many of one type are filed under cells.
    [TestCase(6)]
    [TestCase(60)]
    public void AllMatches_RandomBoundsAndValues_AgreesWithTheDefinition(int count)
    {
        var value = Gen.Elements(Values.Where(value => value.Kind == AttributeKind.Number).ToArray());
        var test = from form in Gen.Choose(0, 6) from one in value from other in value from flags in Gen.Choose(0, 3) select Test(form, one, other, flags);
        var inputs = from tests in test.ArrayOf(count) select tests;
        Check.ForAll(inputs, 60, tests =>
        {
            var matcher = Matchers.Create(kind, [.. tests.Select((one, i) => new RoutingRule($"r{i}", When.Type("x") & one, $"agent{i % 3}", i % 2))]);
            foreach (var n in Values)
            {
                var task = new Dictionary<string, AttributeValue> { ["type"] = "x", ["n"] = n };
                string[] expected = [.. tests.Index().Where(one => ValueTest.Holds(one.Item, name => task.GetValueOrDefault(name))).OrderBy(one => one.Index % 2 == 0).ThenBy(one => one.Index).Select(one => $"r{one.Index}")];
                string[] found = [.. matcher.AllMatches(task.Where(pair => pair.Value.Kind != AttributeKind.None)).Select(rule => rule.Id)];
                if (!found.SequenceEqual(expected)) return $"n = {n}: [{string.Join(' ', found)}] instead of [{string.Join(' ', expected)}] of {string.Join("; ", tests.Index())}";
            }

            return null;
        });
    }

    private static Condition Test(int form, AttributeValue one, AttributeValue other, int flags) => form switch
    {
        0 => N.Is(one),
        1 => N.In(one, other),
        2 => RangeCondition.Of("n", one, default, (flags & 1) != 0),
        3 => RangeCondition.Of("n", default, one, maximumInclusive: (flags & 1) != 0),
        4 => !N.Is(one),
        _ => RangeCondition.Of("n", one, other, (flags & 1) != 0, (flags & 2) != 0) is { IsEmpty: false } range ? range : RangeCondition.Of("n", other, one) is { IsEmpty: false } turned ? turned : N.Is(one),
    };

    private string[] Matching(Condition condition)
    {
        var matcher = Matchers.Create(kind, new RoutingRule("r", condition, "agent"));
        return [.. Values.Where(value => value.Kind != AttributeKind.None && matcher.TryMatch([new("n", value)], out _)).Distinct().Select(value => value.ToString()).OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal)];
    }
}
