namespace Halo.Results;

/// <summary>A baseline with new results in it.</summary>
/// <param name="Baseline">The baseline; the old one when something was refused.</param>
/// <param name="Taken">How many tests were taken; those that failed in every run were not.</param>
/// <param name="Changes">What is new in words, test by test.</param>
/// <param name="Refused">What needs a reason and has none.</param>
internal sealed record Acceptance(PerfBaseline Baseline, int Taken, IReadOnlyList<string> Changes, IReadOnlyList<PerfFinding> Refused)
{
    /// <summary>
    /// Takes results into a baseline. Lower budgets and faster code are taken as they are: the baseline only ever gets
    /// stricter by itself. Higher budgets and slower code need a reason; without one nothing at all is taken.
    /// </summary>
    /// <param name="stored">The baseline so far.</param>
    /// <param name="results">The tests to take in.</param>
    /// <param name="reason">Why; null for none.</param>
    /// <param name="now">When it is accepted.</param>
    public static Acceptance Of(PerfBaseline stored, IReadOnlyList<TestHistory> results, string? reason, DateTimeOffset now)
    {
        // A run that failed says how long the test must not take.
        var usable = results.Select(test => test with { Runs = [.. test.Runs.Where(run => run.HasPassed)] }).Where(test => test.Runs.Count > 0).ToList();
        var fresh = PerfBaseline.Of(usable);
        var comparisons = PerfComparison.Of(stored, fresh).Where(comparison => comparison.Kind != ComparisonKind.Missing).ToLookup(comparison => comparison.Test, StringComparer.Ordinal);
        var refused = GateFindings.Find(stored, fresh).Where(finding => finding.Kind != FindingKind.RetryDebt).ToList();
        if (refused.Count > 0 && reason is null) return new Acceptance(stored, 0, [], refused);

        var tests = new Dictionary<string, BaselineTest>(stored.Tests, StringComparer.Ordinal);
        var changes = new List<string>();
        foreach (var (name, test) in fresh.Tests)
        {
            if (!tests.TryGetValue(name, out var before))
            {
                tests[name] = test with { Accepted = now, Reason = reason };
                changes.Add($"{name}: new");
                continue;
            }

            tests[name] = Merge(before, test, [.. comparisons[name]], reason, now, changes);
        }

        return new Acceptance(stored with { Tests = tests }, usable.Count, changes, []);
    }

    private static BaselineTest Merge(BaselineTest before, BaselineTest fresh, TestComparison[] comparisons, string? reason, DateTimeOffset now, List<string> changes)
    {
        var unchanged = changes.Count;
        var machines = new Dictionary<string, BaselineMachine>(before.Machines, StringComparer.Ordinal);
        foreach (var comparison in comparisons)
        {
            var (machine, runs) = (comparison.Machine!, fresh.Machines[comparison.Machine!].Runs);
            if (comparison.Kind is ComparisonKind.Slower or ComparisonKind.Faster)
            {
                // The figures of the old level would blur every later comparison.
                machines[machine] = BaselineMachine.Of(fresh.Kind, runs.TakeLast(1));
                changes.Add($"{comparison.Test}: net {Amount.Milliseconds(comparison.Time!.BaseMs)} -> {Amount.Milliseconds(comparison.Time.NewMs)}, {Amount.Shift(comparison.Time.Shift)}");
                continue;
            }

            // Runs from before the history was begun anew stay out.
            var known = machines.GetValueOrDefault(machine)?.Runs ?? [];
            machines[machine] = BaselineMachine.Of(fresh.Kind, known.Concat(runs.Where(run => known.Count == 0 || string.CompareOrdinal(run.Run, known[0].Run) > 0)));
        }

        var budget = comparisons[0].Budget;
        if (budget.Text.Length > 0) changes.Add($"{comparisons[0].Test}: {budget.Text}");
        var merged = before with { Machines = machines };
        if (fresh.Budget is not null) merged = merged with { Kind = fresh.Kind, Budget = fresh.Budget, MaxBytes = fresh.MaxBytes };
        return changes.Count == unchanged ? merged : merged with { Accepted = now, Reason = reason };
    }
}
