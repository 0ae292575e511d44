namespace Halo.Parallelism;

/// <summary>Times of items that were sampled, in seconds.</summary>
internal sealed class SampleFigures
{
    private const int ManySamples = 32;

    private double _cpuSeconds;
    private double _netSeconds;

    /// <summary>Times of items done one after the other, in order.</summary>
    public List<double> Alone { get; } = [];

    /// <summary>Times of items done at once.</summary>
    public List<double> Together { get; } = [];

    /// <summary>How many items were done at once; 0 until they were.</summary>
    public int Workers { get; set; }

    /// <summary>The share of time in which the work wants a processor, 0 to 1; 1 until something is measured.</summary>
    public double CpuShare => _netSeconds > 0 ? Math.Clamp(_cpuSeconds / _netSeconds, 0, 1) : 1;

    /// <summary>Adds what two readings of a clock tell.</summary>
    public void AddClock(WorkTimes start, WorkTimes end)
    {
        _cpuSeconds += end.Cpu - start.Cpu;
        _netSeconds += Math.Max(0, end.Wall - start.Wall - (end.Queue - start.Queue));
    }

    /// <summary>The profile of the work.</summary>
    /// <param name="count">Items left.</param>
    /// <param name="sourceSeconds">The time to fetch an item.</param>
    /// <param name="handOverSeconds">The time to hand over a batch.</param>
    public WorkProfile ToProfile(int? count, double sourceSeconds, double handOverSeconds)
    {
        var counted = Alone.Skip(WarmUps()).ToList();
        var mean = counted.Count > 0 ? counted.Average() : 0;
        return new WorkProfile
        {
            Count = count,
            ItemSeconds = mean,
            Deviation = counted.Count > 1 ? Math.Sqrt(counted.Sum(time => (time - mean) * (time - mean)) / (counted.Count - 1)) : 0,
            CpuShare = CpuShare,
            Together = Math.Max(1, Workers),
            TogetherSeconds = Together.Count > 0 ? Together.Average() : null,
            SourceSeconds = sourceSeconds,
            HandOverSeconds = handOverSeconds,
            Samples = counted.Count,
        };
    }

    // The first item pays for what is loaded and compiled once, and code that runs often is compiled again after some calls.
    private int WarmUps() => Alone.Count >= ManySamples ? Alone.Count / 2 : Alone.Count >= 3 ? 1 : 0;
}
