namespace Halo.Unit.Rules.Linting;

/// <summary>Boxes of conditions, written as the values of <c>a</c> and <c>b</c> that lie in them.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ConditionBoxesTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");

    private static readonly TestCaseData[] Conditions =
    [
        Case(When.Always, "[]"),
        Case(When.Any(), ""),
        Case(!A.Is(1), "[]"),
        Case(A.Between(1, 5) & A.Between(3, 9), "[a 3..5]"),
        Case(A.Between(3, 9) & A.Between(1, 5), "[a 3..5]"),
        Case(A.Between(1, 9) & A.Between(3, 5), "[a 3..5]"),
        Case(A.Is(5) & A.Is(6), ""),
        Case(A.Between(1, 5) & A.Between(5, 9), "[a 5..5]"),
        Case(A.Is(1) & B.Is(2), "[a 1..1, b 2..2]"),
        Case(When.All(When.Any(B.Is(1) & A.Is(1), A.Is(2)), A.Between(0, 3), B.Between(0, 3)), "[a 1..1, b 1..1] [a 2..2, b 0..3]"),
        Case(A.In(1, 2) & B.In(3, 4), "[a 1..1, b 3..3] [a 1..1, b 4..4] [a 2..2, b 3..3] [a 2..2, b 4..4]"),
        Case(A.In(1, 2, 1), "[a 1..1] [a 2..2]"),
        Case(A.In(1, 2) & A.In(2, 3), "[a 2..2]"),
        Case(A.In(1, 2) & B.In(Numbers(1, 8)), string.Join(' ', from a in Enumerable.Range(1, 2) from b in Enumerable.Range(1, 8) select $"[a {a}..{a}, b {b}..{b}]")),
        Case(A.In(1, 2) & B.In(Numbers(1, 9)), "[a 1..1, b 1..9] [a 2..2, b 1..9]"),
        Case(A.In(1, 2, 3, 4, 5, 6, 7, 8, 9) & When.Any(B.Is(1) & A.Is(2), B.Is(2)), "[a 1..1, b 1..2] [a 2..2, b 1..2] [a 3..3, b 1..2] [a 4..4, b 1..2] [a 5..5, b 1..2] [a 6..6, b 1..2] [a 7..7, b 1..2] [a 8..8, b 1..2] [a 9..9, b 1..2]"),
        Case(A.In(Numbers(1, 9)) & When.Any(A.Between(1, 2) & B.Is(1), A.Between(1, 2) & B.Is(2)), "[a 1..1, b 1..2] [a 2..2, b 1..2]"),
        Case(A.In(Numbers(1, 16)), string.Join(' ', Enumerable.Range(1, 16).Select(a => $"[a {a}..{a}]"))),
        Case(A.In(Numbers(1, 17)), "[a 1..17]"),
        Case(When.Any(Equalities(16)), string.Join(' ', Enumerable.Range(1, 16).Select(a => $"[a {a}..{a}]"))),
        Case(When.Any(Equalities(17)), "[]"),
    ];

    private static readonly TestCaseData[] Parts =
    [
        Case(When.Any(), ""),
        Case(A.In(3, 1, 2), "[a 3..3]"),
        Case(A.In(Numbers(1, 17)), "[a 1..1]"),
        Case(When.Any(Equalities(17)), "[a 1..1]"),
        Case(A.In(Numbers(1, 9)) & B.In(Numbers(4, 9)), "[a 1..1, b 4..4]"),
        Case(A.Is(9) & A.In(Numbers(1, 9)), "[a 9..9]"),
    ];

    [TestCaseSource(nameof(Conditions))]
    public void Of_Condition_IsAsListed(Condition condition, string boxes) => Assert.That(Text(Of(condition)), Is.EqualTo(boxes));

    [TestCaseSource(nameof(Parts))]
    public void PartOf_Condition_IsOneChoiceOfIt(Condition condition, string box) =>
        Assert.That(Text(Boxes().PartOf(condition) is { } part ? [part] : []), Is.EqualTo(box));

    [Test]
    public void Of_AttributeOfAnEarlierCondition_KeepsItsAxis()
    {
        var boxes = Boxes();
        boxes.Of(A.Is(1) & B.Is(1));
        Assert.That(boxes.Of(B.Is(2) & A.Is(1))[0].Select(side => side.Axis), Is.EqualTo(new[] { 0, 1 }));
    }

    private static IReadOnlyList<AxisInterval[]> Of(Condition condition) => Boxes().Of(condition);

    // The first condition seen numbers the attributes.
    private static ConditionBoxes Boxes()
    {
        var boxes = new ConditionBoxes();
        boxes.Of(A.Is(0) & B.Is(0));
        return boxes;
    }

    private static string Text(IEnumerable<AxisInterval[]> boxes) => string.Join(' ', boxes.Select(box => $"[{string.Join(", ", box.Select(Text))}]"));

    // An interval is told by the whole numbers at its ends.
    private static string Text(AxisInterval side)
    {
        var numbers = Enumerable.Range(0, 20).ToDictionary(number => ValueBound.IntervalOf(new EqualsCondition("", number)).Low);
        return $"{(side.Axis == 0 ? "a" : "b")} {numbers[side.Low]}..{numbers[side.High]}";
    }

    private static AttributeValue[] Numbers(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(number => AttributeValue.Of(number))];

    private static Condition[] Equalities(int count) => [.. Numbers(1, count).Select(A.Is)];

    private static TestCaseData Case(Condition condition, string boxes) => new TestCaseData(condition, boxes).SetArgDisplayNames(condition.ToString());
}
