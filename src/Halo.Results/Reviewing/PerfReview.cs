namespace Halo.Results;

/// <summary>What can be said of results: a report, advice on retries, and what keeps a gate from opening.</summary>
public static class PerfReview
{
    /// <summary>Writes the newest run of every test: budget, time, headroom, attempts, history. In UTF-8.</summary>
    /// <param name="runs">The results.</param>
    /// <param name="reference">What to compare with; null for nothing.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="format">The form.</param>
    public static void WriteReport(PerfRuns runs, PerfReference? reference, Stream stream, PerfReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var report = PerfReport.Of(runs.Histories, reference?.Baseline);
        switch (format)
        {
            case PerfReportFormat.Json: JsonText.Write(PerfReportJson.Of(report), PerfReportContext.Default.PerfReportJson, stream); break;
            case PerfReportFormat.Junit: JunitReport.Write(report, stream); break;
            case PerfReportFormat.Html: PlainText.Write(stream, writer => HtmlReport.Write(report, writer)); break;
            case PerfReportFormat.Markdown: PlainText.Write(stream, writer => ReportTable.WriteMarkdown(report, writer)); break;
            case PerfReportFormat.Text: PlainText.Write(stream, writer => ReportTable.WriteText(report, writer)); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format.");
        }
    }

    /// <summary>Writes how to retry each test, from what was measured. In UTF-8.</summary>
    /// <param name="runs">The results.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="format">Text or JSON.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is another one.</exception>
    public static void WriteAdvice(PerfRuns runs, Stream stream, PerfReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IReadOnlyList<PerfAdvice> advice = [.. runs.Histories.Select(PerfAdvice.Of)];
        switch (format)
        {
            case PerfReportFormat.Json: JsonText.Write([.. advice.Select(AdviceJson.Of)], PerfReportContext.Default.IReadOnlyListAdviceJson, stream); break;
            case PerfReportFormat.Text: PlainText.Write(stream, writer => AdviceReport.WriteText(advice, writer)); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Advice is text or JSON.");
        }
    }

    /// <summary>Finds what keeps a gate from opening: tests that failed, raised budgets, retry debt, slower code.</summary>
    /// <param name="accepted">What was accepted.</param>
    /// <param name="runs">The results.</param>
    /// <returns>The findings test by test; none when the gate is open.</returns>
    public static IReadOnlyList<PerfFinding> Gate(PerfReference accepted, PerfRuns runs)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(runs);
        return GateFindings.Of(accepted.Baseline, runs.Histories);
    }
}
