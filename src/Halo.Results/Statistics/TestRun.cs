namespace Halo.Results;

/// <summary>One check of a test in one run.</summary>
/// <param name="Attempts">Its attempts in their order; at least one.</param>
internal sealed record TestRun(IReadOnlyList<PerfAttempt> Attempts)
{
    public PerfAttempt Last => Attempts[^1];

    public string Run => Last.Run;

    public string Machine => Last.Machine;

    public PerfOutcome Outcome => Last.Verdict switch
    {
        PerfVerdict.Pass => Attempts.Count == 1 ? PerfOutcome.Passed : PerfOutcome.Flaky,
        PerfVerdict.NetPass => PerfOutcome.NetPass,
        PerfVerdict.Inconclusive => PerfOutcome.Inconclusive,
        PerfVerdict.Regression => PerfOutcome.Regression,
        PerfVerdict.Contended => PerfOutcome.Contended,
        PerfVerdict.Unexplained => PerfOutcome.Unexplained,
        _ => PerfOutcome.Error,
    };

    public bool HasPassed => Outcome is PerfOutcome.Passed or PerfOutcome.Flaky or PerfOutcome.NetPass;

    /// <summary>Whether it neither passed on its own clock nor failed: a debt.</summary>
    public bool IsUnproven => Outcome is PerfOutcome.NetPass or PerfOutcome.Inconclusive;

    public bool HasFailed => !HasPassed && Outcome != PerfOutcome.Inconclusive;

    /// <summary>
    /// Net milliseconds of one call, a figure for each sample of the last attempt. They are what was measured, not divided
    /// by the slowdown of the machine: that is an estimate with noise of its own, and is kept beside them.
    /// </summary>
    public IReadOnlyList<double> NetMs => [.. Last.Samples.Select(sample => sample.NetMsPerCall)];

    public double? MedianNetMs => Last.Samples.Count == 0 ? null : Figures.Median(NetMs);

    public double? MedianWallMs => Last.Samples.Count == 0 ? null : Figures.Median([.. Last.Samples.Select(sample => sample.WallMsPerCall)]);

    /// <summary>How much slower than its best the machine was during the last attempt, from 1 to 3; 1 where a yardstick shows more, since it was disturbed itself.</summary>
    public double Slowdown =>
        Last.Samples.Count == 0 ? 1 : Figures.Median([.. Last.Samples.Select(sample => PerfSample.Trusted(sample.Slowdown))]);

    /// <summary>The share of wall time that the machine made the program wait, in all attempts; from 0 to 1.</summary>
    public double Contention
    {
        get
        {
            var samples = Attempts.SelectMany(attempt => attempt.Samples).ToList();
            var wall = samples.Sum(sample => sample.WallMs);
            return wall == 0 ? 0 : Math.Clamp(samples.Sum(sample => sample.WallMs - sample.NetMs) / wall, 0, 1);
        }
    }
}
