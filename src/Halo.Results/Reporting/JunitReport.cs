using System.Globalization;
using System.Text;
using System.Xml;

namespace Halo.Results;

/// <summary>
/// A report as JUnit XML. Attempts are marked as Surefire marks them: <c>flakyFailure</c> for those before a pass;
/// otherwise the first is the <c>failure</c> and those after it are <c>rerunFailure</c>. An inconclusive test is skipped.
/// </summary>
internal static class JunitReport
{
    public static void Write(PerfReport report, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false });
        ReportRow[] rows = [.. report.Rows.OrderBy(row => row.Test, StringComparer.Ordinal)];
        xml.WriteStartElement("testsuites");
        WriteSuite(xml, rows);
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static void WriteSuite(XmlWriter xml, ReportRow[] rows)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "performance");
        xml.WriteAttributeString("tests", Number(rows.Length));
        xml.WriteAttributeString("failures", Number(rows.Count(row => row.Newest is { HasFailed: true, Outcome: not PerfOutcome.Error })));
        xml.WriteAttributeString("errors", Number(rows.Count(row => row.Newest.Outcome == PerfOutcome.Error)));
        xml.WriteAttributeString("skipped", Number(rows.Count(row => row.Newest.Outcome == PerfOutcome.Inconclusive)));
        xml.WriteAttributeString("flakes", Number(rows.Count(row => row.Newest.Outcome == PerfOutcome.Flaky)));
        xml.WriteAttributeString("time", Seconds(rows.Sum(row => DurationMs(row.Newest))));
        foreach (var row in rows) WriteCase(xml, row);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportRow row)
    {
        var (type, method) = TestName.Split(row.Test);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", SafeText.Xml(type));
        xml.WriteAttributeString("name", SafeText.Xml(method));
        xml.WriteAttributeString("time", Seconds(DurationMs(row.Newest)));
        var failed = row.Newest.Outcome == PerfOutcome.Inconclusive ? [row.Newest.Last] : row.Newest.HasPassed ? row.Newest.Attempts.SkipLast(1) : row.Newest.Attempts;
        foreach (var (i, attempt) in failed.Index()) WriteFailure(xml, ElementOf(row.Newest, attempt, i), attempt);
        xml.WriteStartElement("system-out");
        xml.WriteString(SafeText.Xml($"{row.Verdict}: measured {row.MeasuredText}, net {row.NetText}, budget {row.BudgetText}, contention {row.ContentionText}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string ElementOf(TestRun run, PerfAttempt attempt, int index)
    {
        if (run.HasPassed) return "flakyFailure";
        if (run.Outcome == PerfOutcome.Inconclusive) return "skipped";
        return (index, attempt.Verdict) switch
        {
            (0, PerfVerdict.Error) => "error",
            (0, _) => "failure",
            (_, PerfVerdict.Error) => "rerunError",
            _ => "rerunFailure",
        };
    }

    private static void WriteFailure(XmlWriter xml, string element, PerfAttempt attempt)
    {
        xml.WriteStartElement(element);
        if (element != "skipped") xml.WriteAttributeString("type", attempt.Verdict.ToString());
        xml.WriteAttributeString("message", SafeText.Xml(attempt.Message ?? attempt.Verdict.ToString()));
        xml.WriteEndElement();
    }

    private static double DurationMs(TestRun run) => run.Attempts.Sum(attempt => attempt.DurationMs);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
