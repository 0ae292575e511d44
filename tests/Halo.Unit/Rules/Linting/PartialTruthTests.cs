namespace Halo.Unit.Rules.Linting;

/// <summary>What is known of conditions when only <c>a</c> is known, and that it is <c>x</c>.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class PartialTruthTests
{
    private static readonly Condition Yes = When.Attribute("a").Is("x");
    private static readonly Condition No = When.Attribute("a").Is("y");
    private static readonly Condition Open = When.Attribute("b").Exists();

    private static readonly TestCaseData[] Rows =
    [
        Row(Yes, true), Row(No, false), Row(Open, null), Row(!Yes, false), Row(!No, true), Row(!Open, null),
        Row(When.All(), true), Row(Yes & Yes, true), Row(Open & No, false), Row(No & Open, false), Row(Open & Yes, null),
        Row(When.Any(), false), Row(No | No, false), Row(Open | Yes, true), Row(Yes | Open, true), Row(Open | No, null),
        Row(When.Attribute("a").Matches("x"), null), Row(When.Attribute("a").Matches("y"), null),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Of_Condition_IsWhatTheRestCannotChange(Condition condition, bool? truth) =>
        Assert.That(PartialTruth.Of(condition, new Dictionary<string, AttributeValue> { ["a"] = "x" }), Is.EqualTo(truth));

    [Test]
    public void Of_RegexOnWhatIsNoText_IsFalse([Values] bool isAbsent) =>
        Assert.That(PartialTruth.Of(new RegexCondition("a", ""), isAbsent ? default : AttributeValue.Of(1)), Is.False);

    private static TestCaseData Row(Condition condition, bool? truth) => new(condition, truth);
}
