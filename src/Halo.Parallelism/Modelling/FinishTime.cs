namespace Halo.Parallelism;

/// <summary>Predicts when workers that take batch after batch from one source are done: Amdahl's law with its costs.</summary>
/// <remarks>
/// Serial are the source and the hand-over, parallel are the items at the pace of <see cref="Throughput"/>, and at the end
/// workers are idle: with equal items by whole rounds of batches, with varying ones by what the others still have in hand.
/// </remarks>
internal static class FinishTime
{
    // How fast varying batches bring workers out of step: fitted to simulations.
    private const double StepLoss = 2;

    /// <param name="profile">The work.</param>
    /// <param name="throughput">The time of an item while others are under way.</param>
    /// <param name="count">Items to do; at least 1.</param>
    /// <param name="workers">Workers; at least 1.</param>
    /// <param name="batchSize">Items handed over at one time; at least 1.</param>
    /// <param name="spawnSeconds">The time to start a worker; the first one is there already.</param>
    public static double Of(WorkProfile profile, Throughput throughput, long count, int workers, int batchSize, double spawnSeconds)
    {
        var batches = (count + batchSize - 1) / batchSize;
        workers = (int)Math.Min(workers, batches);
        var itemSeconds = throughput.ItemSeconds(workers);
        var perBatch = (double)count / batches;
        var serial = (perBatch * profile.SourceSeconds) + profile.HandOverSeconds;
        var full = Math.Min(batchSize, count) * (itemSeconds + profile.SourceSeconds) + profile.HandOverSeconds;
        var last = (count - ((batches - 1) * (double)batchSize)) * (itemSeconds + profile.SourceSeconds) + profile.HandOverSeconds;
        var mean = (perBatch * itemSeconds) + serial;
        if (mean <= 0) return 0;

        var variation = profile.ItemSeconds <= 0 ? 0 : profile.Deviation / profile.ItemSeconds * itemSeconds * Math.Sqrt(perBatch) / mean;
        var rounds = (batches - 1 + workers - 1) / workers;
        var inStep = Math.Max(rounds * full, ((batches - 1) / workers * full) + last) + (variation * mean * ExpectedMaximum(workers) * Math.Sqrt(Math.Max(1, rounds)));
        var outOfStep = (batches * mean / workers) + IdleAtTheEnd(workers, mean, variation);
        var loss = Math.Min(1, StepLoss * variation * Math.Sqrt((double)batches / workers));

        // Where items slow each other down, those that are left at the end get faster, and idle workers cost that much less.
        var idleCounts = itemSeconds > 0 ? profile.ItemSeconds / itemSeconds : 1;
        var work = (idleCounts * (((1 - loss) * inStep) + (loss * outOfStep))) + ((1 - idleCounts) * batches * mean / workers);
        return Math.Max((spawnSeconds * (workers - 1) / 2) + work, (batches * serial) + (perBatch * itemSeconds));
    }

    // Of so many normal figures the greatest is this many deviations above the mean; within 5 % up to 64.
    private static double ExpectedMaximum(int count) => count < 2 ? 0 : Math.Sqrt(2 * Math.Log(count)) - 0.6;

    // What a worker waits for the last one, from equal batches to those of exponential times.
    private static double IdleAtTheEnd(int workers, double batch, double variation)
    {
        var (equal, exponential) = ((workers - 1) / (2.0 * workers), 0.0);
        for (var others = 2; others <= workers; others++) exponential += 1.0 / others;
        var share = Math.Min(1, variation * variation);
        return batch * (((1 - share) * equal) + (share * exponential));
    }
}
