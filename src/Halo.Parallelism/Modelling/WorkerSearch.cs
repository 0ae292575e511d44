namespace Halo.Parallelism;

/// <summary>Searches the workers and batches with the shortest predicted time.</summary>
internal static class WorkerSearch
{
    // Predictions are not better than this, so a worker that gains less is not worth having.
    private const double Tolerance = 0.02;

    /// <summary>The fewest workers within two hundredths of the best time. O(w²) for the workers, times the logarithm of the items.</summary>
    public static Candidate Best(WorkProfile profile, MachineCapacity limits, SearchSpace space)
    {
        var throughput = new Throughput(profile, limits);
        var most = (int)Math.Min(space.MostWorkers, space.Count);
        var candidates = new List<Candidate>(most);
        for (var workers = 1; workers <= most; workers++) candidates.Add(BestBatch(profile, throughput, workers, space));
        var limit = candidates.Min(candidate => candidate.Seconds) * (1 + Tolerance);
        return candidates.First(candidate => candidate.Seconds <= limit);
    }

    /// <summary>The time that one worker takes, without hand-over: a plain loop.</summary>
    public static double SerialSeconds(WorkProfile profile, long count) => count * (profile.ItemSeconds + profile.SourceSeconds);

    private static Candidate BestBatch(WorkProfile profile, Throughput throughput, int workers, SearchSpace space)
    {
        if (workers == 1) return new Candidate(1, 1, SpawnMethod.ThreadPool, SerialSeconds(profile, space.Count));
        var (method, spawn) = workers <= space.PoolWorkers && space.PoolSeconds <= space.ThreadSeconds
            ? (SpawnMethod.ThreadPool, space.PoolSeconds)
            : (SpawnMethod.DedicatedThread, space.ThreadSeconds);
        var best = new Candidate(workers, 1, method, double.PositiveInfinity);
        foreach (var size in BatchSizes(workers, space))
        {
            var seconds = FinishTime.Of(profile, throughput, space.Count, workers, size, spawn);
            if (seconds < best.Seconds * (1 - (Tolerance / 10))) best = best with { BatchSize = size, Seconds = seconds };
        }

        return best;
    }

    // Powers of two, and equal shares for everybody.
    private static IEnumerable<int> BatchSizes(int workers, SearchSpace space)
    {
        var share = (int)Math.Min(space.MostItems, (space.Count + workers - 1) / workers);
        for (var size = 1; size < share; size *= 2) yield return size;
        yield return share;
    }
}
