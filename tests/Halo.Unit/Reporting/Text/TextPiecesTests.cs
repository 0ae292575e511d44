namespace Halo.Unit.Reporting;

/// <summary>The small pieces that reports are made of, at their bounds.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TextPiecesTests
{
    [TestCase("abcd", "abcd")]
    [TestCase("abcde", "abc…")]
    [TestCase("ab😀cd", "ab…")]
    [TestCase("a😀bcd", "a😀…")]
    public void Of_ShortText_NeverCutsACharacterInHalf(string text, string expected) => Assert.That(ShortText.Of(text, 4), Is.EqualTo(expected));

    [TestCase(7200, "2 h")]
    [TestCase(172_800, "2 d")]
    [TestCase(172_799, "48 h")]
    [TestCase(90_000, "25 h")]
    [TestCase(1e9, "1e+9 s")]
    [TestCase(999_999_999, "11574 d 2 h")]
    public void Of_DurationAtABound_TakesTheLargerUnit(double seconds, string expected) => Assert.That(DurationText.Of(seconds.Seconds()), Is.EqualTo(expected));

    [Test]
    public void Exact_HugeDuration_IsNotSaidTwice() => Assert.That(DurationText.Exact(1e9.Seconds()), Is.EqualTo("1e+9 s"));

    [TestCase(11, 1, 20, "20 s")]
    [TestCase(10, 1, 10, "10 s")]
    [TestCase(60, 1, 60, "1 min")]
    [TestCase(3600, 1, 3600, "1 h")]
    [TestCase(86_400, 1, 86_400, "1 d")]
    [TestCase(1_209_600, 1, 1_209_600, "14 d")]
    [TestCase(1_209_601, 1, 1_728_000, "20 d")]
    [TestCase(0.3, 1, 0.5, "0.5 s")]
    [TestCase(0.1, 1, 0.1, "0.1 s")]
    [TestCase(6, 1, 10, "10 s")]
    [TestCase(5, 0, 5, "5 s")]
    [TestCase(0.002, 2, 0.001, "0.001 s")]
    [TestCase(double.PositiveInfinity, 5, 1, "1 s")]
    [TestCase(double.NaN, 5, 1, "1 s")]
    public void Ticks_OfASpanAtABound_AreRound(double span, int most, double step, string label)
    {
        var ticks = new TimeTicks(span, most);
        Assert.That((Math.Round(ticks.Step, 9), ticks.LabelOf(0), ticks.LabelOf(1)), Is.EqualTo((step, "0", label)));
    }

    [Test]
    public void LabelOf_LaterTick_CountsTheUnit() => Assert.That(new TimeTicks(3600, 4).LabelOf(3), Is.EqualTo("45 min"));

    [TestCase(0, "0 tasks")]
    [TestCase(1, "1 task")]
    [TestCase(2, "2 tasks")]
    public void Count_Number_HasItsPlural(int number, string expected) => Assert.That(PlanSummary.Count(number, "task"), Is.EqualTo(expected));

    [TestCase("a_b", "a_b")]
    [TestCase("1_2", "1_2")]
    [TestCase("_b", "\\_b")]
    [TestCase("a_", "a\\_")]
    [TestCase("a_ b", "a\\_ b")]
    [TestCase("a _b", "a \\_b")]
    [TestCase("a&b", "a&amp;b")]
    [TestCase("*~[]$\\", "\\*\\~\\[\\]\\$\\\\")]
    public void Escape_Markdown_LeavesOnlyWordsAlone(string text, string expected) => Assert.That(MarkdownReport.Escape(text), Is.EqualTo(expected));

    [TestCase("a_b-c.d,e/f+g=h(i)j!k?l'm n", "a_b-c.d,e/f+g=h(i)j!k?l'm n")]
    [TestCase("*:;{}|&@", "#42;#58;#59;#123;#125;#124;#38;#64;")]
    public void Escape_Mermaid_LeavesHarmlessSignsAlone(string text, string expected) => Assert.That(MermaidReport.Escape(text), Is.EqualTo(expected));

    [TestCase(233, "type = ", 240, false)]
    [TestCase(234, "type = ", 240, true)]
    public void Of_RuleWithLongCondition_IsCutBehindItsBound(int letters, string before, int shown, bool isCut)
    {
        var text = new DecisionText().Of(Decision(When.Type(new string('x', letters))), "x");
        Assert.That(text, Is.EqualTo($"Rule 'r': {before}{new string('x', shown - before.Length)}{(isCut ? " ..." : ".")}"));
    }

    [Test]
    public void Of_RuleCutWithinACharacter_LeavesTheWholeCharacterOut()
    {
        var text = new DecisionText().Of(Decision(When.Type(new string('x', 231) + "😀😀")), "x");
        Assert.That(text, Is.EqualTo($"Rule 'r': type = \"{new string('x', 231)} ..."));
    }

    [Test]
    public void Of_CapabilityWithoutType_SaysItsType() =>
        Assert.That(new DecisionText().Of(new TaskDecision("t", "qa", DecisionReason.Capability, null, false), null),
            Is.EqualTo("No rule decided; of the available agents with room that list its type, 'qa' has the best success rate."));

    [TestCase("Because!", "Because! It waits for a slot.")]
    [TestCase("Why?", "Why? It waits for a slot.")]
    public void Of_RuleThatWaits_KeepsTheEndOfItsSentence(string explanation, string expected) =>
        Assert.That(new DecisionText().Of(Decision(When.Always) with { Rule = new RoutingRule("r", When.Always, "qa", 0, explanation), Waits = true }, "x"), Is.EqualTo(expected));

    private static TaskDecision Decision(Condition condition) => new("t", "qa", DecisionReason.Rule, new RoutingRule("r", condition, "qa"), false);
}
