using System.Globalization;

namespace Halo.Results;

/// <summary>The newest run of every test, with what is known from before.</summary>
/// <param name="Rows">The tests: failures first, then what a gate would name, then the least headroom.</param>
internal sealed record PerfReport(IReadOnlyList<ReportRow> Rows)
{
    public int Failed => Rows.Count(row => row.Newest.HasFailed);

    public int Inconclusive => Rows.Count(row => row.Newest.Outcome == PerfOutcome.Inconclusive);

    public int Passed => Rows.Count(row => row.Newest.HasPassed);

    public int Flaky => Rows.Count(row => row.Newest.Outcome == PerfOutcome.Flaky);

    public int Slower => Rows.Count(row => row.Comparison is { Kind: ComparisonKind.Slower });

    public int Faster => Rows.Count(row => row.Comparison is { Kind: ComparisonKind.Faster });

    public int Raised => Rows.Count(row => row.Comparison is { Budget.IsRaised: true });

    public int InDebt => Rows.Count(row => row.Debt.IsDue);

    /// <summary>Joins results with a base.</summary>
    /// <param name="results">The tests and their runs.</param>
    /// <param name="before">The base; null for none, so that nothing is compared.</param>
    public static PerfReport Of(IReadOnlyList<TestHistory> results, PerfBaseline? before)
    {
        var now = PerfBaseline.Of(results);
        var comparisons = PerfComparison.Of(before ?? PerfBaseline.Empty, now).Where(comparison => comparison.Machine is not null).ToDictionary(comparison => (comparison.Test, comparison.Machine));
        var rows = results.Select(test =>
        {
            var (known, current) = (before?.Tests.GetValueOrDefault(test.Test), now.Tests[test.Test]);
            var machine = test.Last.Machine;
            return new ReportRow(
                test,
                before is null ? null : comparisons[(test.Test, machine)],
                known is null ? RetryDebt.Of(current) : RetryDebt.Of(known, current),
                Trend.Of(BaselineMachine.Of(current.Kind, (known?.Machines.GetValueOrDefault(machine)?.Runs ?? []).Concat(current.Machines[machine].Runs))));
        });
        return new PerfReport([.. rows.OrderByDescending(row => row.Newest.HasFailed).ThenByDescending(row => row.IsNamed).ThenBy(row => row.Headroom ?? double.MaxValue).ThenBy(row => row.Test, StringComparer.Ordinal)]);
    }

    /// <summary>"23 tests: 22 passed (1 after a retry), 1 failed".</summary>
    public string Headline()
    {
        List<string> more = [];
        if (Inconclusive > 0) more.Add(Count(Inconclusive, "inconclusive"));
        if (Slower > 0) more.Add(Count(Slower, "slower"));
        if (Faster > 0) more.Add(Count(Faster, "faster"));
        if (Raised > 0) more.Add(Count(Raised, Raised == 1 ? "raised budget" : "raised budgets"));
        if (InDebt > 0) more.Add(Count(InDebt, "in retry debt"));
        var flaky = Flaky > 0 ? $" ({Count(Flaky, "after a retry")})" : "";
        return $"{Count(Rows.Count, Rows.Count == 1 ? "test" : "tests")}: {Count(Passed, "passed")}{flaky}, {Count(Failed, "failed")}{string.Concat(more.Select(part => ", " + part))}";
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}");
}
