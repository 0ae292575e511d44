using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Halo.Results;

namespace Halo.Unit.Results.Reporting;

[TestFixture, Category("Unit")]
public sealed class ReportTests
{
    private const string Hostile = "Shop.T(\"<script>alert(1)</script>\u0001\u001b[31m|`*\n\ud800&amp;'\")";

    private static readonly PerfReport Report = PerfReport.Of(
        TestHistory.Of([
            .. Attempts.Runs("Shop.A.Steady", 1, 3, 50),
            .. Attempts.Retried(Hostile, 3, [60, 61, 62]).Select(attempt => attempt with { Message = "<b>waited</b>\u0000" }),
            Attempts.Of("Shop.A.Slow", 3, [130], PerfVerdict.Regression) with { Message = "clean and slow" },
            Attempts.Of("Shop.A.Broken", 3, [], PerfVerdict.Error, budget: null),
            Attempts.Of("Shop.A.Ratio", 3, [], budget: 1.2) with { Kind = PerfCheckKind.Ratio, Measured = 1.05, Samples = [] },
        ]),
        Attempts.Baseline(Attempts.Of("Shop.A.Steady", 0, [50, 50, 50], budget: 80)));

    [Test]
    public void Of_Rows_HasFailuresThenNamedThenTheLeastHeadroom() =>
        Assert.That(Report.Rows.Select(row => row.Test), Is.EqualTo(new[] { "Shop.A.Slow", "Shop.A.Broken", "Shop.A.Steady", "Shop.A.Ratio", Hostile }));

    [Test]
    public void Headline_Counts_AreThoseOfTheRows() => Assert.That(Report.Headline(), Is.EqualTo("5 tests: 3 passed (1 after a retry), 2 failed, 1 raised budget"));

    [TestCase("Shop.A.Slow", "-30 %")]
    [TestCase("Shop.A.Ratio", "13 %")]
    [TestCase("Shop.A.Broken", "-")]
    public void Headroom_Test_IsWhatIsLeftOfTheBudget(string test, string expected) => Assert.That(Report.Rows.Single(row => row.Test == test).HeadroomText, Is.EqualTo(expected));

    [Test]
    public void Text_HostileName_StaysInItsLine() =>
        Assert.That(Lines(writer => ReportTable.WriteText(Report, writer)), Has.Length.EqualTo(10).And.None.Match(@"[\u0000-\u0008\u001b]"));

    [Test]
    public void Markdown_HostileName_StaysInItsCell()
    {
        var rows = Lines(writer => ReportTable.WriteMarkdown(Report, writer)).Where(line => line.StartsWith('|')).ToList();
        Assert.That(rows.ConvertAll(row => Regex.Count(row, @"(?<!\\)\|")), Has.Count.EqualTo(7).And.All.EqualTo(12));
    }

    [Test]
    public void Html_HostileNameAndMessage_AreEscaped()
    {
        var html = string.Join('\n', Lines(writer => HtmlReport.Write(Report, writer)));
        Assert.That(html, Does.Contain("&lt;script&gt;alert(1)").And.Contain("&lt;b&gt;waited").And.Not.Contain("<script").And.Not.Contain("<b>waited").And.Not.Contain("\u0001"));
    }

    [Test]
    public void Html_Page_NeedsNothingElse()
    {
        var html = string.Join('\n', Lines(writer => HtmlReport.Write(Report, writer)));
        Assert.That(html, Does.Not.Match("(?i)(src|href)=|@import|url\\(").And.Contain("prefers-color-scheme: dark").And.Contain("<svg class=\"spark\""));
    }

    [Test]
    public void Html_Elements_AreClosed()
    {
        var html = string.Join('\n', Lines(writer => HtmlReport.Write(Report, writer)));
        Assert.DoesNotThrow(() => XDocument.Parse(Regex.Replace(html["<!DOCTYPE html>\n".Length..], "<(meta [^>]*|br)>", "")));
    }

    [Test]
    public void Junit_Cases_AreMarkedAsSurefireDoes()
    {
        var cases = Junit().Descendants("testcase").ToDictionary(test => test.Attribute("name")!.Value.Split('(')[0], test => string.Join(',', test.Elements().Select(element => element.Name.LocalName)));
        Assert.That(cases, Is.EqualTo(new Dictionary<string, string>
        {
            ["Broken"] = "error,system-out",
            ["Ratio"] = "system-out",
            ["Slow"] = "failure,system-out",
            ["Steady"] = "system-out",
            ["T"] = "flakyFailure,system-out",
        }));
    }

    [Test]
    public void Junit_FailureAfterRetries_HasRerunFailures()
    {
        var report = PerfReport.Of(TestHistory.Of([Attempts.Of("t", 1, [130], PerfVerdict.Contended), Attempts.Of("t", 1, [140], PerfVerdict.Contended, attempt: 2), Attempts.Of("t", 1, [120], PerfVerdict.Regression, attempt: 3)]), null);
        Assert.That(Junit(report).Descendants("testcase").Single().Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "failure", "rerunFailure", "rerunFailure", "system-out" }));
    }

    [Test]
    public void Junit_Inconclusive_IsSkipped()
    {
        var report = PerfReport.Of(TestHistory.Of([Attempts.Of("t", 1, [130], PerfVerdict.Contended), Attempts.Of("t", 1, [140], PerfVerdict.Inconclusive, attempt: 2)]), null);
        var suite = Junit(report).Descendants("testsuite").Single();
        Assert.That((suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value, suite.Descendants("skipped").Count()), Is.EqualTo(("0", "1", 1)));
    }

    [Test]
    public void Headline_Inconclusive_IsNeitherPassedNorFailed() =>
        Assert.That(PerfReport.Of(TestHistory.Of([Attempts.Of("t", 1, [130], PerfVerdict.Inconclusive)]), null).Headline(), Is.EqualTo("1 test: 0 passed, 0 failed, 1 inconclusive"));

    [Test]
    public void Junit_HostileName_IsReadable() =>
        Assert.That(Junit().Descendants("testcase").Select(test => test.Attribute("name")!.Value), Has.Member("T(\"<script>alert(1)</script>\\u0001\\u001b[31m|`*\n\\ud800&amp;'\")"));

    [Test]
    public void Junit_Counts_AreThoseOfTheCases()
    {
        var suite = Junit().Descendants("testsuite").Single();
        Assert.That(new[] { "tests", "failures", "errors", "skipped", "flakes" }.Select(name => int.Parse(suite.Attribute(name)!.Value, CultureInfo.InvariantCulture)), Is.EqualTo(new[] { 5, 1, 1, 0, 1 }));
    }

    [Test]
    public void Json_Report_IsValidBySchema() => Assert.That(JsonSchema.Load("perf-report").Validate(Json()), Is.Empty);

    [Test]
    public void Json_Ratio_HasNoTimes() =>
        Assert.That(Json().GetProperty("tests").EnumerateArray().Single(test => test.GetProperty("test").GetString() == "Shop.A.Ratio").TryGetProperty("wallMs", out _), Is.False);

    [TestCase("N.T.M(\"a.b\")", "N.T", "M(\"a.b\")")]
    [TestCase("N.T(1.5).M", "N", "T(1.5).M")]
    [TestCase("M", "", "M")]
    [TestCase("N.", "", "N.")]
    public void TestName_Split_IsBeforeTheArguments(string test, string type, string method) => Assert.That(TestName.Split(test), Is.EqualTo((type, method)));

    [Test]
    public void Sparkline_Noise_StaysFlat() => Assert.That(Sparkline.Text([100, 100.5, 99.5, 100]), Does.Match("^[▄▅]{4}$"));

    [Test]
    public void Sparkline_Step_FillsTheHeight() => Assert.That(Sparkline.Text([100, 100, 200]), Is.EqualTo("▁▁█"));

    private static string[] Lines(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private static XDocument Junit(PerfReport? report = null) => XDocument.Parse(Text(stream => JunitReport.Write(report ?? Report, stream)));

    private static JsonElement Json() => JsonSchema.Parse(Text(stream => JsonText.Write(PerfReportJson.Of(Report), PerfReportContext.Default.PerfReportJson, stream)));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
