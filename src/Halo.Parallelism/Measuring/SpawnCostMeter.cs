using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Measures what it costs to start workers, and remembers it for a while. Safe to share between threads.</summary>
public sealed class SpawnCostMeter
{
    private const int FewestSamples = 3;
    private const int FallbackLifetimeDivisor = 10;

    // One lock for all methods: measurements at one time would measure each other.
    private readonly Lock _lock = new();
    private readonly Dictionary<SpawnMethod, (SpawnCost Cost, long Taken)> _known = [];
    private readonly Dictionary<SpawnMethod, ISpawnProbe> _probes;
    private readonly SpawnCostOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a meter of this machine.</summary>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="time">The clock of expiry and timeout; null for the system's.</param>
    /// <exception cref="ArgumentException">Options are out of their ranges; the message names every one.</exception>
    public SpawnCostMeter(SpawnCostOptions? options = null, TimeProvider? time = null)
        : this([new ThreadPoolProbe(), new ThreadProbe(), new ProcessProbe()], options ?? SpawnCostOptions.Default, time ?? TimeProvider.System)
    {
    }

    internal SpawnCostMeter(IEnumerable<ISpawnProbe> probes, SpawnCostOptions options, TimeProvider time)
    {
        OptionFault.ThrowIfAny(options.Faults());
        _probes = probes.ToDictionary(probe => probe.Method);
        _options = options;
        _time = time;
    }

    /// <summary>What a method costs: remembered, or measured now. Calls that come while it is measured wait and get the same.</summary>
    /// <param name="method">How workers are started.</param>
    public SpawnCost CostOf(SpawnMethod method)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(method, out var known) && _time.GetElapsedTime(known.Taken) < LifetimeOf(known.Cost)) return known.Cost;
            var cost = Measure(_probes[method]);
            _known[method] = (cost, _time.GetTimestamp());
            return cost;
        }
    }

    /// <summary>Forgets all measurements; one that is under way is waited for.</summary>
    public void Clear()
    {
        lock (_lock) _known.Clear();
    }

    private TimeSpan LifetimeOf(SpawnCost cost) => cost.IsFallback ? _options.Lifetime / FallbackLifetimeDivisor : _options.Lifetime;

    private SpawnCost Measure(ISpawnProbe probe)
    {
        var (start, samples) = (_time.GetTimestamp(), new List<double>(_options.Samples));
        try
        {
            // The first pays for what is loaded and compiled once, and is left out.
            for (var sample = 0; sample <= _options.Samples; sample++)
            {
                if (QuickestStart(probe, start) is not { } time) break;
                if (sample > 0) samples.Add(time.Ticks);
            }
        }
        catch (InvalidOperationException fault)
        {
            return SpawnCost.Typical(probe.Method, fault.Message);
        }

        if (samples.Count < FewestSamples)
        {
            return SpawnCost.Typical(probe.Method, string.Create(CultureInfo.InvariantCulture, $"Only {samples.Count} samples came within {_options.Timeout.TotalSeconds:0.###} s."));
        }

        samples.Sort();
        return new SpawnCost(probe.Method, At(0.5), At(0.25), At(0.75), samples.Count);

        TimeSpan At(double share) => TimeSpan.FromTicks((long)Quantile.Of(samples, share));
    }

    // Other work adds to a start by orders of magnitude or not at all: of several in a row one is mostly spared, so that the
    // median stays the same quantity on a busy machine.
    private TimeSpan? QuickestStart(ISpawnProbe probe, long begin)
    {
        TimeSpan? quickest = null;
        for (var round = 0; round < probe.StartsOfASample; round++)
        {
            var left = _options.Timeout - _time.GetElapsedTime(begin);
            if (left <= TimeSpan.Zero || probe.Start(left) is not { } time) return null;
            if (quickest is null || time < quickest) quickest = time;
        }

        return quickest;
    }
}
