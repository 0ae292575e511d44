using System.Text.RegularExpressions;

namespace Halo.Unit.Reporting;

/// <summary>Whatever the inputs hold, a report keeps its form.</summary>
[TestFixture, Category("Unit")]
public sealed class EscapingTests
{
    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToMermaid_HostileText_LinesKeepTheirForm(string text) =>
        Assert.That(
            Lines(Plans.Hostile(text).ToMermaid()),
            Is.All.Match(@"^(flowchart LR|  classDef \w+ [\w:#,\- ]+|  n\d+\[""[^""`<>&%{}|\\\[\]$:]*<br/>[^""`<>&%{}|\\\[\]$:]*""\]:::\w+|  n\d+ --> n\d+)$"));

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToDot_HostileText_StringsAndBracesAreBalanced(string text)
    {
        // Once every quoted string is taken out, only the writer's own words may be left.
        var bare = Regex.Replace(Plans.Hostile(text).ToDot(), @"""(?:[^""\\\n]|\\.)*""", "S");
        Assert.That(bare, Does.Match(@"^[\w\s\[\]{}=,;.>\-]*$"));
    }

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToMarkdown_HostileText_RowsHaveFiveCells(string text) =>
        Assert.That(Lines(Plans.Hostile(text).ToMarkdown()).Skip(2).Select(line => Regex.Count(line, @"(?<!\\)(?:\\\\)*\|")), Is.All.EqualTo(6));

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToMarkdown_HostileText_HasNoTags(string text) => Assert.That(Plans.Hostile(text).ToMarkdown(), Does.Not.Contain("<").And.Not.Contain(">"));

    [Test]
    public void WriteTo_AnyFormat_HasNoControlCharacters([ValueSource(typeof(Plans), nameof(Plans.HostileTexts))] string text, [Values] PlanFormat format)
    {
        using var writer = new StringWriter();
        Plans.Hostile(text).WriteTo(writer, format);
        Assert.That(writer.ToString().Where(c => char.IsControl(c) && c != '\n'), Is.Empty);
    }

    [TestCase("a\"b", "a#34;b")]
    [TestCase("<script>", "#60;script#62;")]
    [TestCase("a\nb", "a#92;nb")]
    [TestCase("#35;", "#35;35#59;")]
    [TestCase("größe-2 (x)", "größe-2 (x)")]
    [TestCase("😀", "#128512;")]
    public void Escape_Mermaid_UsesEntityCodes(string text, string expected) => Assert.That(MermaidReport.Escape(text), Is.EqualTo(expected));

    [TestCase("a\"b", "a\\\"b")]
    [TestCase("a\\b", "a\\\\b")]
    [TestCase("a\nb", "a\\\\nb")]
    [TestCase("&amp;", "&amp;amp;")]
    public void Escape_Dot_IsShownAsItIs(string text, string expected) => Assert.That(DotReport.Escape(text), Is.EqualTo(expected));

    [TestCase("x|y", "x\\|y")]
    [TestCase("`x`", "\\`x\\`")]
    [TestCase("<b>", "&lt;b&gt;")]
    [TestCase("qa_agent", "qa_agent")]
    [TestCase("_x_", "\\_x\\_")]
    [TestCase("a\nb", "a\\\\nb")]
    public void Escape_Markdown_IsShownAsItIs(string text, string expected) => Assert.That(MarkdownReport.Escape(text), Is.EqualTo(expected));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
