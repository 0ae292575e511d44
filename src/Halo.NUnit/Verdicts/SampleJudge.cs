using Halo.Results;

namespace Halo.NUnit;

/// <summary>Compares one sample with a budget, and tells a busy machine from a slow program.</summary>
internal static class SampleJudge
{
    private const double LeastWorkOfOthers = 0.1;
    private const double StarvedShare = 0.82;
    private const double StarvedExcess = 1.5;

    // Calm time is an estimate as soon as there is something to estimate.
    private const double DisturbedSlowdown = 1.1;
    private const double DisturbedShare = 0.1;
    private const double DoubtfulExcess = 1.25;

    public static SampleVerdict Judge(PerfSample sample, TimeBudget budget, bool hasSignals)
    {
        // Bytes do not depend on the machine: no excuse comes before them.
        if (sample.Bytes > budget.MaxBytes * sample.Calls) return SampleVerdict.TooManyBytes;

        var verdict = OfAllCalls(sample, budget, hasSignals);
        if (!hasSignals) return verdict;
        if (verdict != SampleVerdict.Slow && sample.CalmSlowQuarterMs >= budget.Milliseconds * Excess(sample)) verdict = SampleVerdict.OftenSlow;
        return verdict is SampleVerdict.Slow or SampleVerdict.OftenSlow && IsDoubtful(sample, budget) ? SampleVerdict.Doubtful : verdict;
    }

    private static bool IsDoubtful(PerfSample sample, TimeBudget budget)
    {
        var waiting = Math.Max(sample.RunDelayMs, sample.StealMs);
        if (sample.Slowdown <= DisturbedSlowdown && waiting <= sample.WallMs * DisturbedShare) return false;

        // Stolen time is told in ticks, far too coarse for a slice; where most calls are in time, it fell between them.
        var areCallsInTime = sample.SlowQuarterMs > 0 && sample.CalmSlowQuarterMs < budget.Milliseconds;
        return areCallsInTime || Math.Max(sample.CalmMsPerCall, sample.CalmSlowQuarterMs) < budget.Milliseconds * DoubtfulExcess;
    }

    private static SampleVerdict OfAllCalls(PerfSample sample, TimeBudget budget, bool hasSignals)
    {
        var limit = budget.Milliseconds * sample.Calls;
        if (budget.Measure(sample) < budget.Milliseconds) return SampleVerdict.Fine;
        if (!hasSignals) return SampleVerdict.Unexplained;
        if (sample.NetMs < limit) return SampleVerdict.Queued;
        if (budget.Clock == PerfClock.Wall && WaitedForOthers(sample, limit)) return SampleVerdict.OthersQueued;
        return sample.CalmMsPerCall < budget.Milliseconds * Excess(sample) ? SampleVerdict.SlowMachine : SampleVerdict.Slow;
    }

    // A thread that runs for a moment and then queues for long finds its caches cold each time, and no clock tells by how much.
    private static double Excess(PerfSample sample) => sample.RunDelayMs > sample.WallMs * StarvedShare ? StarvedExcess : 1;

    // This thread mostly slept, the whole process worked less than the budget, and its threads queued for what is above it.
    // The others must have worked too: beside load the host's own threads queue for long only to look whether there is work.
    private static bool WaitedForOthers(PerfSample sample, double limit) =>
        sample.CpuMs + sample.RunDelayMs < sample.WallMs / 2
        && sample.ProcessCpuMs < limit
        && sample.ProcessCpuMs - sample.CpuMs >= limit * LeastWorkOfOthers
        && sample.OthersRunDelayMs >= sample.WallMs - limit;
}
