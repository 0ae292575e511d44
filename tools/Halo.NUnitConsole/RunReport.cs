using System.Globalization;
using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>What the console says when a run has ended: failures, warnings, the counts, and a plain line at the end.</summary>
internal static class RunReport
{
    /// <param name="run">The results, as nunit3 XML.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>The counts.</returns>
    public static RunSummary Write(XElement run, TextWriter output)
    {
        var failures = Finding.FailuresIn(run);
        var summary = RunSummary.Of(run, failures);
        WriteFindings("Failures", failures, output);
        WriteFindings("Warnings", Finding.WarningsIn(run), output);
        WriteCounts(summary, output);
        return summary;
    }

    private static void WriteFindings(string heading, IReadOnlyList<Finding> findings, TextWriter output)
    {
        if (findings.Count == 0) return;
        output.WriteLine();
        output.WriteLine(heading);
        for (var at = 0; at < findings.Count; at++)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at + 1}) {findings[at].Kind}: {findings[at].Name}"));
            if (findings[at].Message.Length > 0) output.WriteLine(findings[at].Message);
            if (findings[at].Stack.Length > 0) output.WriteLine(findings[at].Stack);
        }
    }

    private static void WriteCounts(RunSummary summary, TextWriter output)
    {
        var suites = summary.FailedSuites == 0 ? "" : $" ({Count(summary.FailedTests, "test")}, {Count(summary.FailedSuites, "suite")})";
        output.WriteLine();
        output.WriteLine("Summary");
        output.WriteLine($"  Passed:       {Number(summary.Passed)}");
        output.WriteLine($"  Failed:       {Number(summary.Failed)}{suites}");
        output.WriteLine($"  Warnings:     {Number(summary.Warnings)}");
        output.WriteLine($"  Inconclusive: {Number(summary.Inconclusive)}");
        output.WriteLine($"  Skipped:      {Number(summary.Skipped)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Duration:     {summary.Duration.TotalSeconds:0.000} s"));
        output.WriteLine();
        output.WriteLine(LastLine(summary));
    }

    private static string LastLine(RunSummary summary)
    {
        var line = $"{Number(summary.Passed)} passed, {Number(summary.Failed)} failed, {Number(summary.Skipped)} skipped";
        if (summary.Warnings > 0) line += $", {Count(summary.Warnings, "warning")}";
        if (summary.Inconclusive > 0) line += $", {Number(summary.Inconclusive)} inconclusive";
        return line;
    }

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
