using Halo.Results;

namespace Halo.NUnit;

/// <summary>Compares an attempt with its budget, and tells a busy machine from a slow program.</summary>
internal static class AttemptJudge
{
    /// <summary>
    /// The verdict. Guilty only by the best evidence: in the windows that were not starved, all calls together or the slowest
    /// quarter of them reach the budget. A pass needs the time of all calls, as the budget's clock tells it. What is neither is
    /// contended: calm time of all calls and of their slowest quarter will tell whether it passes in the end.
    /// </summary>
    /// <param name="samples">All samples of the attempt; at least one.</param>
    /// <param name="budget">What one call may take.</param>
    /// <param name="hasSignals">Whether the system tells waiting from working.</param>
    public static Finding Judge(IReadOnlyCollection<SlicedSample> samples, TimeBudget budget, bool hasSignals)
    {
        var evidence = new Evidence(samples);
        var (all, limit) = (evidence.All, budget.Milliseconds);
        var finding = new Finding(all, budget) { QuietMs = evidence.Quiet?.LeastMsPerCall, QuietShare = evidence.QuietShare };

        // Bytes do not depend on the machine: no excuse comes before them.
        var bytes = samples.Max(sample => sample.Total.BytesPerCall);
        if (bytes > budget.MaxBytes) return finding.Decided(PerfVerdict.Regression, PerfFigure.Bytes, bytes);
        var measured = budget.Measure(all);
        if (!hasSignals) return finding.Decided(measured < limit ? PerfVerdict.Pass : PerfVerdict.Unexplained, budget.Figure, measured);

        if (evidence.QuietSlowQuarterMs is { } often && often >= limit)
            return finding.Decided(PerfVerdict.Regression, PerfFigure.SlowQuarter, often);
        if (measured < limit) return finding.Decided(PerfVerdict.Pass, budget.Figure, measured);
        if (finding.QuietMs is { } quiet && quiet >= limit) return finding.Decided(PerfVerdict.Regression, PerfFigure.Quiet, quiet);
        return all.CalmMsPerCall < limit && evidence.CalmSlowQuarterMs is { } slow && slow >= limit
            ? finding.Decided(PerfVerdict.Contended, PerfFigure.SlowQuarter, slow)
            : finding.Decided(PerfVerdict.Contended, PerfFigure.Calm, all.CalmMsPerCall);
    }
}
