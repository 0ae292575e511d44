namespace Halo.Results;

/// <summary>What is accepted of a test: its budget, and how long it takes on each kind of machine.</summary>
internal sealed record BaselineTest
{
    public required PerfCheckKind Kind { get; init; }

    /// <summary>The budget; null when the test never came as far as checking one.</summary>
    public double? Budget { get; init; }

    /// <summary>The most bytes of one call, beside a time budget; null for no limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>When the budget or a slower level was accepted.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>Why, in the words of the person who accepted it; null when nothing had to be excused.</summary>
    public string? Reason { get; init; }

    /// <summary>The history by kind of machine.</summary>
    public required IReadOnlyDictionary<string, BaselineMachine> Machines { get; init; }

    public static BaselineTest Of(TestHistory history)
    {
        // A test that failed before its check says nothing about the budget.
        var checkedLast = history.Runs.LastOrDefault(run => run.Last.Budget is not null)?.Last ?? history.Last.Last;
        return new BaselineTest
        {
            Kind = checkedLast.Kind,
            Budget = checkedLast.Budget,
            MaxBytes = checkedLast.MaxBytes,
            Machines = history.Runs
                .GroupBy(run => run.Machine, StringComparer.Ordinal)
                .ToDictionary(machine => machine.Key, machine => BaselineMachine.Of(checkedLast.Kind, machine.Select(BaselineRun.Of)), StringComparer.Ordinal),
        };
    }
}
