using System.Globalization;

namespace Halo.Results;

/// <summary>Finds what keeps a gate from opening: tests that failed, and what was not accepted: raised budgets, tests that need retries too often, slower code.</summary>
internal static class GateFindings
{
    /// <summary>The findings of results, with the tests whose newest run failed.</summary>
    public static IReadOnlyList<PerfFinding> Of(PerfBaseline before, IReadOnlyList<TestHistory> results)
    {
        var failed = results.Where(test => test.Last.HasFailed).Select(test => new PerfFinding(FindingKind.Failed, test.Test, FailedText(test.Last)));
        return InOrder(failed.Concat(Find(before, PerfBaseline.Of(results))));
    }

    /// <summary>What was not accepted.</summary>
    /// <returns>The findings test by test; a retry debt once, however many kinds of machines a test ran on.</returns>
    public static IReadOnlyList<PerfFinding> Find(PerfBaseline before, PerfBaseline now)
    {
        var findings = PerfComparison.Of(before, now).SelectMany(Findings).ToList();
        foreach (var (name, test) in now.Tests)
        {
            var debt = before.Tests.TryGetValue(name, out var known) ? RetryDebt.Of(known, test) : RetryDebt.Of(test);
            if (debt.IsDue) findings.Add(new PerfFinding(FindingKind.RetryDebt, name, string.Create(CultureInfo.InvariantCulture, $"retried or unproven in {debt.Retried} of its last {debt.Runs} runs; the most is {RetryDebt.Most - 1}")));
        }

        return InOrder(findings);
    }

    private static List<PerfFinding> InOrder(IEnumerable<PerfFinding> findings) =>
        [.. findings.Distinct().OrderBy(finding => finding.Test, StringComparer.Ordinal).ThenBy(finding => finding.Kind)];

    private static string FailedText(TestRun run) => run.Last.Message is { } message ? $"{run.Outcome}: {message.ReplaceLineEndings(" ")}" : run.Outcome.ToString();

    private static IEnumerable<PerfFinding> Findings(TestComparison comparison)
    {
        if (comparison.Budget.IsRaised) yield return new PerfFinding(FindingKind.RaisedBudget, comparison.Test, $"{comparison.Budget.Text}, and not accepted");
        if (comparison is { Kind: ComparisonKind.Slower, Time: { } time }) yield return new PerfFinding(FindingKind.Slower, comparison.Test, SlowerText(time));
    }

    private static string SlowerText(TimeComparison time) =>
        $"net {Amount.Milliseconds(time.BaseMs)} -> {Amount.Milliseconds(time.NewMs)}, {Amount.Shift(time.Shift)}, p {Amount.Probability(time.PValue)}";
}
