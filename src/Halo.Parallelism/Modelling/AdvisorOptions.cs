namespace Halo.Parallelism;

/// <summary>How much is sampled, and what may be recommended.</summary>
public sealed record AdvisorOptions
{
    /// <summary>The defaults.</summary>
    public static AdvisorOptions Default { get; } = new();

    /// <summary>The most workers; 1 to 1,024, by default 64. Calculations seldom want more than there are processors, waiting does.</summary>
    public int MaxWorkers { get; init; } = 64;

    /// <summary>The most items that a worker takes at one time; at least 1, by default 65,536.</summary>
    public int MaxBatchSize { get; init; } = 65_536;

    /// <summary>How long to sample; positive, by default 300 ms. An item that has begun is always finished.</summary>
    public TimeSpan SampleTime { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The most items that a sample takes one after the other; at least 1, by default 1,000. As many again are done at once.</summary>
    public int MaxSamples { get; init; } = 1_000;

    /// <summary>The speed-up from which parallel work is recommended; at least 1, by default 1.1.</summary>
    public double MinimumGain { get; init; } = 1.1;

    /// <summary>Items that are assumed where a sequence does not know its length; at least 1, by default 1,000.</summary>
    public int AssumedCount { get; init; } = 1_000;

    /// <summary>Bytes of memory that each worker needs; 0, the default, for too little to matter.</summary>
    public long MemoryPerWorker { get; init; }

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxWorkers, MaxWorkers is >= 1 and <= 1_024, "from 1 to 1024");
        faults.InRange(MaxBatchSize, MaxBatchSize >= 1, "at least 1");
        faults.InRange(SampleTime, SampleTime > TimeSpan.Zero, "more than zero");
        faults.InRange(MaxSamples, MaxSamples >= 1, "at least 1");
        faults.InRange(MinimumGain, MinimumGain >= 1, "at least 1");
        faults.InRange(AssumedCount, AssumedCount >= 1, "at least 1");
        faults.InRange(MemoryPerWorker, MemoryPerWorker >= 0, "at least 0");
        return faults.Found;
    }
}
