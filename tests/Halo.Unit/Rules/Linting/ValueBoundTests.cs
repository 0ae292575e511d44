namespace Halo.Unit.Rules.Linting;

/// <summary>The order of all values, and the intervals of tests in it.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ValueBoundTests
{
    private static readonly AttributeValue[] Ordered = [false, true, -3, 0, 0.5, 7, "", "A", "a", "a\u0001", "ab", "abc", "ab\uFFFF", "ac", "b", "\uFFFF", "\uFFFF\uFFFF"];

    private static readonly AttributeTest A = When.Attribute("a");

    private static readonly Condition[] Tests =
    [
        A.Exists(), A.Is("ab"), A.Is(true), A.Is(false), A.Is(0), A.In(7, -3, 0), A.In("b", true, "A"), A.AtLeast(0.5), A.LessThan(7), A.Between(0, 7), new RangeCondition("a"),
        A.StartsWith("ab"), A.StartsWith("\uFFFF"), A.StartsWith("a\uFFFF"), A.EndsWith("c"), A.Like("ab*"), A.Like("*c"), A.Matches("^a"),
    ];

    [Test]
    public void CompareTo_ValuesInOrder_IsTheirOrder()
    {
        var bounds = Ordered.Select(Of).ToList();
        Assert.That(from low in Enumerable.Range(0, bounds.Count) from high in Enumerable.Range(0, bounds.Count) select Math.Sign(bounds[low].CompareTo(bounds[high])),
            Is.EqualTo(from low in Enumerable.Range(0, bounds.Count) from high in Enumerable.Range(0, bounds.Count) select low.CompareTo(high)));
    }

    [TestCaseSource(nameof(Tests))]
    public void IntervalOf_Test_HoldsEveryValueThatPasses(AttributeCondition test)
    {
        var (low, high) = ValueBound.IntervalOf(test);
        Assert.That(Ordered.Where(value => ValueTest.Holds(test, value)).Select(Of), Has.All.GreaterThanOrEqualTo(low).And.All.LessThanOrEqualTo(high));
    }

    [Test]
    public void IntervalOf_List_GoesFromItsSmallestToItsLargest() =>
        Assert.That(ValueBound.IntervalOf(new InCondition("a", [3, 1, 2])), Is.EqualTo((Of(1), Of(3))));

    [Test]
    public void IntervalOf_Prefix_EndsBeforeTheNextTextOfItsLength() =>
        Assert.That(ValueBound.IntervalOf(new PrefixCondition("a", "ab")), Is.EqualTo((Of("ab"), Of("ac"))));

    [Test]
    public void IntervalOf_PrefixThatEndsInTheLastCharacter_EndsAfterTheRestOfIt() =>
        Assert.That(ValueBound.IntervalOf(new PrefixCondition("a", "ab\uFFFF")), Is.EqualTo((Of("ab\uFFFF"), Of("ac"))));

    [Test]
    public void GetHashCode_ManyValues_AreSpread()
    {
        AttributeValue[] values = [.. Enumerable.Range(0, 50).Select(i => AttributeValue.Of($"t{i}")), .. Enumerable.Range(0, 50).Select(i => AttributeValue.Of(i))];
        Assert.That(values.Select(value => Of(value).GetHashCode()).Distinct().Count(), Is.GreaterThan(90));
    }

    private static ValueBound Of(AttributeValue value) => ValueBound.IntervalOf(new EqualsCondition("a", value)).Low;
}
