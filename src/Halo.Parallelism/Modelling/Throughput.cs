namespace Halo.Parallelism;

/// <summary>
/// How long an item takes while others are under way. Items share the processors equally and wait independently: the closed
/// network of a processor-sharing station and a delay, whose mean does not depend on how times are distributed.
/// </summary>
internal sealed class Throughput
{
    // Below this share of processor time a slowdown is no question of processors: it counts as waiting for one another.
    public const double LeastCpuShare = 0.2;

    // A smaller slowdown of work that waits is noise, which many workers would multiply.
    private const double LeastSlowdown = 1.1;

    private const double Overflow = 1e100;

    private readonly Dictionary<int, double> _known = [];
    private readonly double _cpu;
    private readonly double _wait;
    private readonly double _slowdownPerOther;
    private readonly double _waitGrowth;
    private readonly int _level;
    private readonly double _cores;

    public Throughput(WorkProfile profile, MachineCapacity limits)
    {
        _cpu = profile.ItemSeconds * profile.CpuShare;
        _wait = profile.ItemSeconds - _cpu;
        _level = Math.Min(Math.Max(1, profile.Together), limits.MostBusy);
        _cores = limits.Cores;
        if (profile.TogetherSeconds is not { } together || profile.Together < 2)
        {
            _level = limits.MostBusy;
        }
        else if (profile.CpuShare >= LeastCpuShare)
        {
            _slowdownPerOther = Math.Max(0, ((together - _wait) / _cpu) - 1) / (profile.Together - 1);
        }
        else if (together > profile.ItemSeconds * LeastSlowdown)
        {
            _waitGrowth = Math.Max(0, (together / profile.ItemSeconds) - 1) / (profile.Together - 1);
        }
    }

    /// <summary>The mean time of an item while so many are under way, in seconds. O(workers), once for each number.</summary>
    public double ItemSeconds(int workers)
    {
        if (!_known.TryGetValue(workers, out var seconds)) _known.Add(workers, seconds = Solve(workers));
        return seconds;
    }

    private double Solve(int workers)
    {
        var wait = _wait * (1 + (_waitGrowth * (workers - 1)));
        if (_cpu <= 0) return wait;
        if (wait <= 0) return workers * _cpu / Capacity(workers);

        // The weight of each number of items at the processors, from that of one less.
        var (weight, sum, done) = (1.0, 1.0, 0.0);
        for (var busy = 1; busy <= workers; busy++)
        {
            weight *= _cpu / wait * (workers - busy + 1) / Capacity(busy);
            sum += weight;
            done += weight * Capacity(busy);
            if (weight > Overflow) (weight, sum, done) = (weight / Overflow, sum / Overflow, done / Overflow);
        }

        return workers * _cpu * sum / done;
    }

    // What the processors do in a second, in seconds of an item alone.
    private double Capacity(int busy)
    {
        var running = Math.Min(busy, _level);
        return Math.Min(_cores, running / (1 + (_slowdownPerOther * (running - 1))));
    }
}
