namespace Halo.Results;

/// <summary>The history of a test on one kind of machine.</summary>
internal sealed record BaselineMachine
{
    /// <summary>A baseline keeps this many runs; change points were found reliably in as many.</summary>
    public const int MostRuns = 60;

    /// <summary>The median of all samples in milliseconds, for people who read the file; null without samples.</summary>
    public double? MedianMs { get; init; }

    /// <summary>The newest runs, the oldest first.</summary>
    public required IReadOnlyList<BaselineRun> Runs { get; init; }

    /// <summary>
    /// The history of these runs: each once, in their order, the oldest left out when there are too many. What is not time
    /// has no history worth keeping: the last run stands for all.
    /// </summary>
    public static BaselineMachine Of(PerfCheckKind kind, IEnumerable<BaselineRun> runs)
    {
        var most = kind == PerfCheckKind.Time ? MostRuns : 1;
        BaselineRun[] kept = [.. runs.DistinctBy(run => run.Run).OrderBy(run => run.Run, StringComparer.Ordinal).TakeLast(most)];
        double[] samples = [.. kept.SelectMany(run => run.NetMs)];
        return new BaselineMachine { MedianMs = samples.Length == 0 ? null : Figures.Rounded(Figures.Median(samples)), Runs = kept };
    }
}
