namespace Halo.Unit.Rules.Linting;

/// <summary>Which values of an attribute are tried, and in which order.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class CandidateValuesTests
{
    private static readonly AttributeValue Absent = AttributeValue.Of(null);

    [Test]
    public void Of_ValueThatMustHold_IsThatValue() => Assert.That(Required(Equal("x")), Is.EqualTo(Values("x")));

    [Test]
    public void Of_ValueThatMustHoldAndMustNot_IsEmpty() => Assert.That(Of("a", required: [Equal("x")], refused: [Equal("x")]), Is.Empty);

    [Test]
    public void Of_ListThatMustHold_IsWhatOtherTestsAllowOfIt() => Assert.That(Of("a", required: [In("x", "y", 5)], refused: [Equal("x")]), Is.EqualTo(Values("y", 5)));

    [Test]
    public void Of_LongLists_FindsWhatTheyHaveInCommon() =>
        Assert.That(Required(In(Numbers(0, 310)), In(Numbers(305, 600))), Is.EqualTo(Numbers(305, 310)));

    [Test]
    public void Of_ManyValues_IsTheFirstThirtyTwo() => Assert.That(Required(In(Numbers(0, 40))), Is.EqualTo(Numbers(0, 32)));

    [Test]
    public void Of_TestThatMayHold_TriesAbsenceTheNamedTextAndAnother() => Assert.That(Optional("a", Equal("x")), Is.EqualTo(Values(Absent, "x", "other")));

    [Test]
    public void Of_TestThatMustNotHold_TriesAbsenceAndAnotherText() => Assert.That(Of("a", refused: [Equal("x")]), Is.EqualTo(Values(Absent, "other")));

    [Test]
    public void Of_NamedTextThatIsTheOther_TriesYetAnother() => Assert.That(Optional("a", Equal("other")), Is.EqualTo(Values(Absent, "other", "other_")));

    [TestCase(true)]
    [TestCase(false)]
    public void Of_OneFlag_TriesBoth(bool flag) => Assert.That(Optional("a", Equal(flag)), Is.EquivalentTo(Values(Absent, "other", true, false)));

    [Test]
    public void Of_Type_IsATextAndAbsentOnlyAtLast() => Assert.That(Optional("type", In(5, "", "x", true)), Is.EqualTo(Values("x", "other", Absent)));

    [Test]
    public void Of_Range_TriesNumbersWithinAndBeside() =>
        Assert.That(Optional("a", new RangeCondition("a", 2, 6)), Is.SupersetOf(Values(Absent, 2, 6, 1, 7, 4, "other")));

    private static List<AttributeValue> Required(params AttributeCondition[] tests) => Of("a", required: tests);

    private static List<AttributeValue> Optional(string attribute, AttributeCondition test) => Of(attribute, optional: [test]);

    private static List<AttributeValue> Of(string attribute, AttributeCondition[]? required = null, AttributeCondition[]? optional = null, AttributeCondition[]? refused = null)
    {
        var tests = new AttributeDemands();
        tests.Required.AddRange(required ?? []);
        tests.Optional.AddRange(optional ?? []);
        tests.Refused.AddRange(refused ?? []);
        return CandidateValues.Of(attribute, tests);
    }

    private static AttributeValue[] Values(params AttributeValue[] values) => values;

    private static AttributeValue[] Numbers(int first, int end) => [.. Enumerable.Range(first, end - first).Select(number => AttributeValue.Of(number))];

    private static EqualsCondition Equal(AttributeValue value) => new("a", value);

    private static InCondition In(params AttributeValue[] values) => new("a", values);
}
