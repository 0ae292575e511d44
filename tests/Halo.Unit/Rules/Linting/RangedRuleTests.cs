namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class RangedRuleTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");
    private static readonly Condition Linux = When.Attribute("os").Is("linux");

    private static readonly TestCaseData[] Ranges =
    [
        new(A.AtLeast(2) & A.AtLeast(5), new RangeCondition("a", Minimum: 5)),
        new(A.AtLeast(5) & A.AtLeast(2), new RangeCondition("a", Minimum: 5)),
        new(A.AtMost(9) & A.LessThan(7), new RangeCondition("a", Maximum: 7, MaximumInclusive: false)),
        new(A.LessThan(7) & A.AtMost(9), new RangeCondition("a", Maximum: 7, MaximumInclusive: false)),
        new(A.Between(1, 9) & A.GreaterThan(2) & (A.AtMost(8) & Linux), new RangeCondition("a", 2, 8, MinimumInclusive: false)),
    ];

    [TestCaseSource(nameof(Ranges))]
    public void Of_RangesOfOneAttribute_IsWhatTheyHaveInCommon(Condition condition, RangeCondition range) => Assert.That(One(condition).Range, Is.EqualTo(range));

    [Test]
    public void Of_RangesOfTwoAttributes_IsOneForEach() =>
        Assert.That(RangedRule.Of(A.AtLeast(1) & B.AtLeast(2), 7).Select(ranged => (ranged.Place, ranged.Range.Attribute, ranged.Rest.Single().ToString())),
            Is.EqualTo(new[] { (7, "a", "b >= 2"), (7, "b", "a >= 1") }));

    [Test]
    public void Of_RangesThatExcludeEachOther_IsEmpty() => Assert.That(RangedRule.Of(A.AtLeast(5) & A.LessThan(5), 0), Is.Empty);

    [Test]
    public void Of_RestInAnotherOrder_HasTheSameKey() =>
        Assert.That(One(A.AtLeast(5) & Linux & B.Is("x")).Key, Is.EqualTo(One(B.Is("x") & A.AtMost(2) & Linux & Linux).Key));

    [Test]
    public void HasSameRestAs_RulesThatDifferInTheRangeOnly_IsTrue() => Assert.That(One(A.AtLeast(5) & Linux & B.Is(1)).HasSameRestAs(One(B.Is(1) & Linux & A.AtMost(2))), Is.True);

    private static readonly Condition[] Others =
    [
        B.AtLeast(5) & Linux & B.Is(1),
        A.AtLeast(5) & Linux,
        A.AtLeast(5) & Linux & B.Is(1) & B.Exists(),
        A.AtLeast(5) & Linux & B.Is(2),
    ];

    [TestCaseSource(nameof(Others))]
    public void HasSameRestAs_RulesThatDifferElsewhere_IsFalse(Condition other) => Assert.That(One(A.AtLeast(5) & Linux & B.Is(1)).HasSameRestAs(One(other)), Is.False);

    private static RangedRule One(Condition condition) => RangedRule.Of(condition, 0).Single();
}
