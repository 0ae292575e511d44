namespace Halo.Parallelism;

/// <summary>How much to sample. Work alone and work at once take turns, so that a change of the machine's pace meets both.</summary>
/// <param name="Alone">The most items done one after the other; at least 1.</param>
/// <param name="Together">The most items done at once; 0 for none.</param>
/// <param name="Workers">How many calculations at once.</param>
/// <param name="Most">The most items at once.</param>
/// <param name="Seconds">The time for all of it, after which no more begins.</param>
internal readonly record struct SamplingPlan(int Alone, int Together, int Workers, int Most, double Seconds)
{
    private const int MostRounds = 3;

    private const int WaitingWorkers = 8;

    /// <summary>
    /// How many items to do at once: for calculations as many as processors, and more for work that waits, since it is done by
    /// many and what it costs the others shows only there.
    /// </summary>
    public int WorkersFor(double cpuShare) => cpuShare < Throughput.LeastCpuShare ? Math.Clamp(Together / MostRounds, Workers, Math.Max(Workers, Math.Min(WaitingWorkers, Most))) : Workers;

    /// <summary>How many turns.</summary>
    public int Rounds => Math.Clamp(Together > 0 ? Math.Min(Alone, Together / Workers) : 1, 1, MostRounds);

    /// <summary>
    /// A plan that leaves most of the work to be done as advised: an eighth alone and a quarter at once, and of few items
    /// one alone and one for each worker.
    /// </summary>
    public static SamplingPlan Of(int? count, MachineCapacity limits, AdvisorOptions options)
    {
        var workers = Math.Min(Math.Max(2, limits.MostBusy), AdviceMaker.MostWorkers(limits, options));
        var alone = Math.Min(options.MaxSamples, Math.Max(1, count / 8 ?? int.MaxValue));
        var together = Math.Min(options.MaxSamples, Math.Max(workers, count / 4 ?? int.MaxValue));
        if (workers < 2 || count - alone < workers) together = 0;
        return new SamplingPlan(alone, together, workers, AdviceMaker.MostWorkers(limits, options), options.SampleTime.TotalSeconds);
    }
}
