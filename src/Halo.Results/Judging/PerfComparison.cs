namespace Halo.Results;

/// <summary>Compares results with a base, test by test.</summary>
internal static class PerfComparison
{
    /// <param name="before">The base; all its runs count.</param>
    /// <param name="now">What to compare with it.</param>
    /// <param name="runs">How many of the newest runs of each test count as now; at least 1.</param>
    /// <returns>The tests in ordinal order; one that ran on several kinds of machines is there for each.</returns>
    public static IReadOnlyList<TestComparison> Of(PerfBaseline before, PerfBaseline now, int runs = 1)
    {
        var found = new List<TestComparison>();
        foreach (var test in before.Tests.Keys.Union(now.Tests.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!now.Tests.TryGetValue(test, out var current)) found.Add(new TestComparison(test, null, ComparisonKind.Missing, null, BudgetChange.None));
            else found.AddRange(Compare(test, before.Tests.GetValueOrDefault(test), current, runs));
        }

        return found;
    }

    private static IEnumerable<TestComparison> Compare(string test, BaselineTest? before, BaselineTest now, int runs)
    {
        foreach (var (machine, history) in now.Machines.OrderBy(machine => machine.Key, StringComparer.Ordinal))
        {
            if (before is null)
            {
                yield return new TestComparison(test, machine, ComparisonKind.New, null, BudgetChange.None);
                continue;
            }

            var budget = BudgetChange.Of(before, now);
            var (kind, time) = CompareTimes(before, now, machine, history, runs);
            yield return new TestComparison(test, machine, kind, time, budget);
        }
    }

    private static (ComparisonKind Kind, TimeComparison? Time) CompareTimes(BaselineTest before, BaselineTest now, string machine, BaselineMachine history, int runs)
    {
        if (before.Kind != PerfCheckKind.Time || now.Kind != PerfCheckKind.Time) return (ComparisonKind.NotTimed, null);
        if (!before.Machines.TryGetValue(machine, out var known)) return (ComparisonKind.OtherMachine, null);
        return TimeComparison.Of(known.Runs, [.. history.Runs.TakeLast(runs)]) is { } time
            ? (time.Verdict switch
            {
                TimeVerdict.Slower => ComparisonKind.Slower,
                TimeVerdict.Faster => ComparisonKind.Faster,
                TimeVerdict.Undecided => ComparisonKind.Undecided,
                _ => ComparisonKind.Same,
            }, time)
            : (ComparisonKind.NotTimed, null);
    }
}
