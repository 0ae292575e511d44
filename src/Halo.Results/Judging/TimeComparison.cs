namespace Halo.Results;

/// <summary>What a comparison of times shows.</summary>
internal enum TimeVerdict
{
    Same = 0,
    Slower,
    Faster,

    /// <summary>The medians differ, but so few samples can prove nothing.</summary>
    Undecided,
}

/// <summary>Net times of a test before and now.</summary>
/// <param name="Verdict">What the difference means.</param>
/// <param name="BaseMs">The median before.</param>
/// <param name="NewMs">The median now.</param>
/// <param name="PValue">How likely a difference like this is if there is none.</param>
internal sealed record TimeComparison(TimeVerdict Verdict, double BaseMs, double NewMs, double PValue)
{
    /// <summary>A difference counts when it is less likely by chance than this.</summary>
    public const double Significance = 0.05;

    /// <summary>Smaller shifts of the median are not worth a word, however certain.</summary>
    public const double MinShift = 0.05;

    /// <summary>
    /// From this many runs on each side the runs' medians are compared and not the samples: those of one run are alike
    /// beyond what the test assumes, for they share a process, its memory and the state of the machine.
    /// </summary>
    public const int ManyRuns = 4;

    /// <summary>
    /// The medians must differ by this many standard errors of the base's runs: what these show without any change is none.
    /// The rank test alone takes every sample of a single run for a witness, and is wrong about one time in ten where
    /// runs differ by five percent.
    /// </summary>
    public const double StandardErrors = 3;

    /// <summary>By what share the median moved: 0.05 for five percent slower.</summary>
    public double Shift => ShiftOf(BaseMs, NewMs);

    /// <summary>
    /// Compares as measured, and again as it would be on a machine at its best: only what both show is the program's. The
    /// first alone would blame it for a slow machine, the second alone for the noise of the yardstick.
    /// </summary>
    /// <returns>The comparison; null when a side has no samples.</returns>
    public static TimeComparison? Of(IReadOnlyList<BaselineRun> before, IReadOnlyList<BaselineRun> now)
    {
        double[][] SamplesOf(IReadOnlyList<BaselineRun> runs, Func<BaselineRun, IEnumerable<double>> figures) => [.. runs.Select(run => figures(run).ToArray()).Where(samples => samples.Length > 0)];

        var (measuredBefore, measuredNow) = (SamplesOf(before, run => run.NetMs), SamplesOf(now, run => run.NetMs));
        if (measuredBefore.Length == 0 || measuredNow.Length == 0) return null;
        var measured = Compare(measuredBefore, measuredNow);
        var calm = Compare(SamplesOf(before, run => run.CalmMs), SamplesOf(now, run => run.CalmMs));
        return measured with { Verdict = calm.Verdict == measured.Verdict ? measured.Verdict : TimeVerdict.Same };
    }

    private static TimeComparison Compare(double[][] before, double[][] now)
    {
        double[] levels = [.. before.Select(Figures.Median)];
        var (x, y) = before.Length >= ManyRuns && now.Length >= ManyRuns
            ? (levels, [.. now.Select(Figures.Median)])
            : (before.SelectMany(run => run).ToArray(), now.SelectMany(run => run).ToArray());
        var (baseMs, newMs) = (Figures.Median(x), Figures.Median(y));
        var p = RankTest.PValue(x, y);
        var noise = StandardErrors * Figures.Deviation(levels) * Math.Sqrt(1.0 / before.Length + 1.0 / now.Length);
        return new TimeComparison(VerdictOf(baseMs, newMs, noise, p, RankTest.LeastPValue(x.Length, y.Length)), baseMs, newMs, p);
    }

    private static TimeVerdict VerdictOf(double baseMs, double newMs, double noise, double p, double leastP)
    {
        if (Math.Abs(ShiftOf(baseMs, newMs)) < MinShift) return TimeVerdict.Same;
        if (leastP >= Significance) return TimeVerdict.Undecided;
        if (p >= Significance || Math.Abs(newMs - baseMs) <= noise) return TimeVerdict.Same;
        return newMs > baseMs ? TimeVerdict.Slower : TimeVerdict.Faster;
    }

    private static double ShiftOf(double before, double now) => before > 0 ? now / before - 1 : 0;
}
