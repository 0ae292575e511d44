using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

/// <summary>Work of random shape, the same for the same seed: a profile, and items drawn from it.</summary>
internal sealed class RandomWork
{
    private static readonly double[] Variations = [0, 0.1, 0.3, 0.7, 1, 1.3];
    private static readonly double[] CpuShares = [1, 1, 1, 0.9, 0.5, 0.1, 0.02, 0];

    private readonly int _seed;
    private readonly Random _random;
    private readonly double _variation;

    public RandomWork(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _variation = Pick(Variations);
        Count = Pick([4, 10, 40, 100, 400]);
        Limits = new MachineCapacity { Processors = Pick([1, 2, 4, 8]) };
        Spawn = Pick([0, 0.01, 0.3]);
        var slowdown = Limits.Processors == 1 ? 1 : 1 + (_random.NextDouble() * (Limits.Processors - 1) * 0.6);
        var share = Pick(CpuShares);
        Profile = new WorkProfile
        {
            Count = Count,
            ItemSeconds = 1,
            Deviation = _variation,
            CpuShare = share,
            Together = Math.Max(2, Limits.Processors),
            TogetherSeconds = share < 0.2 ? 1 : 1 - share + (share * slowdown),
            SourceSeconds = Pick([0, 0, 0.01, 0.1]),
            HandOverSeconds = Pick([0, 0.001, 0.02]),
        };
        Slowdown = share < 0.2 ? 1 : slowdown;
    }

    public WorkProfile Profile { get; }

    public MachineCapacity Limits { get; }

    public int Count { get; }

    public double Spawn { get; }

    private double Slowdown { get; }

    /// <summary>The mean simulated time of some draws of the items, the same draws for any workers and batches.</summary>
    public double Simulate(int workers, int batchSize, int draws) =>
        Enumerable.Range(0, _variation == 0 ? 1 : draws).Average(draw => new WorkSimulation(Items(new Random((draw * 7_919) + _seed)), batchSize, Profile.SourceSeconds, Profile.HandOverSeconds, Capacity).Run(workers, Spawn));

    public T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private double Capacity(int busy)
    {
        var running = Math.Min(busy, Limits.Processors);
        return running / (1 + ((Slowdown - 1) * (running - 1) / Math.Max(1, Profile.Together - 1)));
    }

    private List<(double Cpu, double Wait)> Items(Random random) =>
        [.. Enumerable.Range(0, Count).Select(_ => Duration(random)).Select(time => (time * Profile.CpuShare, time * (1 - Profile.CpuShare)))];

    // Two exponential branches of the wanted mean and deviation above 1, a uniform range below.
    private double Duration(Random random)
    {
        if (_variation < 1) return Math.Max(0, 1 + (_variation * Math.Min(Math.Sqrt(3), 1 / Math.Max(1e-9, _variation)) * ((2 * random.NextDouble()) - 1)));
        var share = (1 + Math.Sqrt((_variation * _variation - 1) / (_variation * _variation + 1))) / 2;
        var mean = 1 / (2 * (random.NextDouble() < share ? share : 1 - share));
        return -mean * Math.Log(1 - random.NextDouble());
    }
}
