namespace Halo.Unit.Rules.Model;

/// <summary>Conditions as messages show them.</summary>
[TestFixture, Category("Unit")]
public sealed class ConditionTextTests
{
    private static readonly AttributeTest A = When.Attribute("a");

    public static IEnumerable<TestCaseData> Conditions()
    {
        (Condition When, string Text)[] rows =
        [
            (A.Exists(), "a exists"), (!A.Exists(), "a is absent"),
            (A.Is("x"), "a = x"), (A.Is(1), "a = 1"), (A.Is("1"), "a = \"1\""), (A.Is(true), "a = true"), (A.Is("true"), "a = \"true\""), (A.Is(""), "a = \"\""),
            (A.Is("two words"), "a = \"two words\""), (A.Is("say \"hi\""), "a = \"say \\\"hi\\\"\""), (A.Is(@"c:\x"), "a = \"c:\\\\x\""), (A.Is("1e5"), "a = \"1e5\""), (A.Is("x_-./:+*?9"), "a = x_-./:+*?9"), (A.Is("x,y"), "a = \"x,y\""), (A.Is("false"), "a = \"false\""),
            (A.In("x", 2, false), "a in [x, 2, false]"),
            (A.AtLeast(8), "a >= 8"), (A.GreaterThan(8), "a > 8"), (A.AtMost(0.5), "a <= 0.5"), (A.LessThan(-1), "a < -1"),
            (A.Between(1, 2), "a >= 1 and <= 2"), (new RangeCondition("a", 1, 2, false, false), "a > 1 and < 2"), (new RangeCondition("a"), "a is a number"),
            (A.StartsWith("v1."), "a starts with v1."), (A.EndsWith(".md"), "a ends with .md"), (A.Like("docs/*.md"), "a like docs/*.md"), (A.Matches("^a b$"), "a matches /^a b$/"),
            (!A.Is("x"), "not (a = x)"), (!(A.Is("x") & A.Exists()), "not (a = x and a exists)"), (!!A.Exists(), "not (a is absent)"),
            (A.Is("x") & A.Exists() & A.Is("y"), "(a = x and a exists) and a = y"),
            (A.Is("x") & (A.Exists() | A.Is("y")), "a = x and (a exists or a = y)"), (A.Is("x") | A.Is("y"), "a = x or a = y"),
            (When.Always, "always"), (When.Any(), "never"), (When.All(A.Exists(), When.Any()), "a exists and never"), (When.Any(A.Exists(), When.All(A.Is("x"))), "a exists or a = x"),
        ];
        return rows.Select(row => new TestCaseData(row.When, row.Text).SetArgDisplayNames(row.Text));
    }

    [TestCaseSource(nameof(Conditions))]
    public void ToString_OfACondition_ReadsAsASentence(Condition when, string text) => Assert.That(when.ToString(), Is.EqualTo(text));

    [Test]
    public void ToString_DeepestAllowedCondition_IsWritten() => Assert.That(Nested(Condition.MaxDepth).ToString(), Does.Contain("a exists").Or.Contain("a is absent"));

    [Test]
    public void ToString_DeeperCondition_NamesTheDepthOnly() => Assert.That(Nested(Condition.MaxDepth + 1).ToString(), Is.EqualTo("(a condition 33 levels deep)"));

    [Test]
    public void ToString_HundredThousandLevels_DoesNotOverflow() => Assert.That(Nested(100_000).ToString(), Does.Contain("100000"));

    private static Condition Nested(int depth)
    {
        var condition = A.Exists();
        for (var level = 1; level < depth; level++) condition = !condition;
        return condition;
    }
}
