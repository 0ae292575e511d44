using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Turns figures into advice; it measures nothing but what starting workers costs.</summary>
internal static class AdviceMaker
{
    /// <param name="profile">What the sample told.</param>
    /// <param name="capacity">What the process may use.</param>
    /// <param name="meter">What starting workers costs.</param>
    /// <param name="options">What may be recommended.</param>
    public static Advice Of(WorkProfile profile, MachineCapacity capacity, SpawnCostMeter meter, AdvisorOptions options)
    {
        var (pool, thread) = (meter.CostOf(SpawnMethod.ThreadPool), meter.CostOf(SpawnMethod.DedicatedThread));
        var count = profile.Count ?? options.AssumedCount;
        var space = new SearchSpace(Math.Max(1, count), MostWorkers(capacity, options), options.MaxBatchSize, pool.Median.TotalSeconds, thread.Median.TotalSeconds, capacity.MostBusy);
        var best = count == 0 ? new Candidate(1, 1, SpawnMethod.ThreadPool, 0) : WorkerSearch.Best(profile, capacity, space);
        var serial = WorkerSearch.SerialSeconds(profile, count);
        var isParallel = best.Workers > 1 && serial >= best.Seconds * options.MinimumGain;
        var chosen = isParallel ? best : best with { Workers = 1, BatchSize = 1, Seconds = serial };
        return new Advice
        {
            Workers = chosen.Workers,
            BatchSize = chosen.BatchSize,
            Method = chosen.Method,
            SerialSeconds = serial,
            PredictedSeconds = chosen.Seconds,
            Reason = isParallel ? ReasonText.Parallel(profile, chosen, space.MostWorkers) : ReasonText.Serial(profile, space with { Count = count }, best),
            Profile = profile,
            SpawnCost = chosen.Method == SpawnMethod.ThreadPool ? pool : thread,
            Capacity = capacity,
            Notes = [.. Notes(profile, capacity, options, chosen.Method == SpawnMethod.ThreadPool ? pool : thread)],
        };
    }

    /// <summary>The workers that options and memory allow; at least 1.</summary>
    public static int MostWorkers(MachineCapacity capacity, AdvisorOptions options)
    {
        var byMemory = options.MemoryPerWorker > 0 ? capacity.AvailableMemory / options.MemoryPerWorker : null;
        return (int)Math.Clamp(byMemory ?? long.MaxValue, 1, options.MaxWorkers);
    }

    private static IEnumerable<string> Notes(WorkProfile profile, MachineCapacity capacity, AdvisorOptions options, SpawnCost cost)
    {
        foreach (var note in capacity.Notes) yield return note;
        if (cost.FallbackReason is { } reason) yield return $"What starting a worker costs is a typical figure: {reason}";
        if (profile.Count is null) yield return string.Create(CultureInfo.InvariantCulture, $"The number of items is not known: {options.AssumedCount} are assumed.");
        if (profile.MeasuredGain is null && profile.Count != 0) yield return "There were too few items to see what several at once cost each other: full gain is assumed.";
        if (MostWorkers(capacity, options) < options.MaxWorkers) yield return string.Create(CultureInfo.InvariantCulture, $"Memory allows {MostWorkers(capacity, options)} workers.");
    }
}
