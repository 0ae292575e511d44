using System.Globalization;

namespace Halo.Results;

/// <summary>Why a gate stays shut.</summary>
internal enum FindingKind
{
    RaisedBudget = 0,
    RetryDebt,
    Slower,
}

/// <summary>One reason of a test.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Test">The test.</param>
/// <param name="Message">The reason in words, with its figures.</param>
internal sealed record PerfFinding(FindingKind Kind, string Test, string Message);

/// <summary>Finds what nobody has accepted: raised budgets, tests that need retries too often, slower code.</summary>
internal static class PerfGate
{
    /// <returns>The findings test by test; a retry debt once, however many kinds of machines a test ran on.</returns>
    public static IReadOnlyList<PerfFinding> Find(PerfBaseline before, PerfBaseline now)
    {
        var findings = PerfComparison.Of(before, now).SelectMany(Findings).ToList();
        foreach (var (name, test) in now.Tests)
        {
            var debt = before.Tests.TryGetValue(name, out var known) ? RetryDebt.Of(known, test) : RetryDebt.Of(test);
            if (debt.IsDue) findings.Add(new PerfFinding(FindingKind.RetryDebt, name, string.Create(CultureInfo.InvariantCulture, $"retried in {debt.Retried} of its last {debt.Runs} runs; the most is {RetryDebt.Most - 1}")));
        }

        return [.. findings.Distinct().OrderBy(finding => finding.Test, StringComparer.Ordinal).ThenBy(finding => finding.Kind)];
    }

    private static IEnumerable<PerfFinding> Findings(TestComparison comparison)
    {
        if (comparison.Budget.IsRaised) yield return new PerfFinding(FindingKind.RaisedBudget, comparison.Test, $"{comparison.Budget.Text}, and nobody accepted it");
        if (comparison is { Kind: ComparisonKind.Slower, Time: { } time }) yield return new PerfFinding(FindingKind.Slower, comparison.Test, SlowerText(time));
    }

    private static string SlowerText(TimeComparison time) =>
        $"net {Amount.Milliseconds(time.BaseMs)} -> {Amount.Milliseconds(time.NewMs)}, {Amount.Shift(time.Shift)}, p {Amount.Probability(time.PValue)}";
}
