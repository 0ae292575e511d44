namespace Halo.Results;

/// <summary>One attempt of one performance test, as it is kept: one line of JSON.</summary>
public sealed record PerfAttempt
{
    /// <summary>The test run, the same for all attempts of one process; runs order by it as text.</summary>
    public required string Run { get; init; }

    /// <summary>When the attempt began, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The full name of the test, arguments included.</summary>
    public required string Test { get; init; }

    /// <summary>The kind of machine: figures of different kinds are not compared.</summary>
    public required string Machine { get; init; }

    /// <summary>The number of the attempt in its run, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>How many retries the test allows.</summary>
    public int MaxRetries { get; init; }

    /// <summary>What the attempt showed.</summary>
    public required PerfVerdict Verdict { get; init; }

    /// <summary>What the test checks.</summary>
    public required PerfCheckKind Kind { get; init; }

    /// <summary>
    /// The budget: milliseconds of one call, the largest ratio, the largest exponent, or bytes of one call, by
    /// <see cref="Kind"/>; null when the test failed before it checked one.
    /// </summary>
    public double? Budget { get; init; }

    /// <summary>What was measured, in the unit of the budget: the figure that was compared with it.</summary>
    public double? Measured { get; init; }

    /// <summary>Which figure of a time check decided; null for another check, and when the test failed before it.</summary>
    public PerfFigure? Figure { get; init; }

    /// <summary>The most bytes that one call may allocate, beside a time budget; null for no limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Whether the system told waiting from working.</summary>
    public bool HasSignals { get; init; }

    /// <summary>The measured batches; empty when none was finished.</summary>
    public IReadOnlyList<PerfSample> Samples { get; init => field = value ?? []; } = []; // a file may leave them out

    /// <summary>How long the attempt took, warm-up included, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>The pause before the next attempt in milliseconds; null when there is none.</summary>
    public double? NextDelayMs { get; init; }

    /// <summary>Why the test may be retried, as its author wrote it.</summary>
    public string? Reason { get; init; }

    /// <summary>What the test said about the attempt; null for a plain pass.</summary>
    public string? Message { get; init; }
}
