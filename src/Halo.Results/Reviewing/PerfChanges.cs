namespace Halo.Results;

/// <summary>How tests have changed from one set of runs to another.</summary>
public sealed class PerfChanges
{
    private readonly IReadOnlyList<TestComparison> _comparisons;

    private PerfChanges(IReadOnlyList<TestComparison> comparisons) => _comparisons = comparisons;

    /// <summary>Whether some test is slower, or some budget was raised.</summary>
    public bool HasFaults => _comparisons.Any(comparison => comparison.IsFault);

    /// <summary>Compares test by test and kind of machine by kind of machine.</summary>
    /// <param name="before">What was.</param>
    /// <param name="now">What is.</param>
    /// <param name="runs">How many of the newest runs count, at least 1.</param>
    public static PerfChanges Between(PerfReference before, PerfReference now, int runs = 1)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        return new PerfChanges(PerfComparison.Of(before.Baseline, now.Baseline, runs));
    }

    /// <summary>Writes the comparison in UTF-8.</summary>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="format">Text, Markdown or JSON.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is another one.</exception>
    public void Write(Stream stream, PerfReportFormat format)
    {
        switch (format)
        {
            case PerfReportFormat.Json: JsonText.Write([.. _comparisons.Select(ComparisonJson.Of)], PerfReportContext.Default.IReadOnlyListComparisonJson, stream); break;
            case PerfReportFormat.Markdown: PlainText.Write(stream, writer => ComparisonReport.WriteMarkdown(_comparisons, writer)); break;
            case PerfReportFormat.Text: PlainText.Write(stream, writer => ComparisonReport.WriteText(_comparisons, writer)); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "A comparison is text, Markdown or JSON.");
        }
    }
}
