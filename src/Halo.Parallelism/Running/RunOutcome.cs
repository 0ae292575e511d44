namespace Halo.Parallelism;

/// <summary>Work that was sampled and then done as advised.</summary>
/// <typeparam name="TResult">The type of the results.</typeparam>
public sealed record RunOutcome<TResult>
{
    /// <summary>The results of all items, those of the sample included, in the order of the items.</summary>
    public required IReadOnlyList<TResult> Results { get; init; }

    /// <summary>What was advised.</summary>
    public required Advice Advice { get; init; }

    /// <summary>Items that were done after the sample.</summary>
    public required int RestCount { get; init; }

    /// <summary>The time that these took, in seconds.</summary>
    public required double RestSeconds { get; init; }

    /// <summary>The predicted speed-up.</summary>
    public double PredictedSpeedup => Advice.PredictedSpeedup;

    /// <summary>How many times as fast as a plain loop at the pace of the sample; 1 when nothing was left to do.</summary>
    public double ActualSpeedup => RestCount > 0 && RestSeconds > 0 ? WorkerSearch.SerialSeconds(Advice.Profile, RestCount) / RestSeconds : 1;
}
