namespace Halo.Unit.Rules.Matching;

/// <summary>What a linear search counts, which is what an index is compared with.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class LinearMatcherTests
{
    private static readonly LinearMatcher Matcher = new(RuleSet.Create(
        new("full", When.Always, "busy", 4), new("no", When.Type("y"), "free", 3), new("yes", When.Type("x"), "free", 2), new("late", When.Always, "free", 1)));

    [TestCase("x", 2, 3, 2)]
    [TestCase("z", 3, 4, 3)]
    public void Search_Task_CountsWhatItLookedAtAndWhatItChecked(string type, int best, int candidates, int isChecked)
    {
        var match = Matcher.Search(Row(type), [false, true]);
        Assert.That((match.Rule, match.Candidates, match.Checked), Is.EqualTo((best, candidates, isChecked)));
    }

    [Test]
    public void Search_BehindARule_DoesNotCountThoseBefore()
    {
        var match = Matcher.Search(Row("x"), [false, true], after: 2);
        Assert.That((match.Rule, match.Candidates, match.Checked), Is.EqualTo((3, 1, 1)));
    }

    private static TaskRow Row(string type) => Matchers.Row(Matcher, new Dictionary<string, AttributeValue> { ["type"] = type });
}
