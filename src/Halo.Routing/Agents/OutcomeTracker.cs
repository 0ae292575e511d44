using System.Collections.Concurrent;

namespace Halo.Routing;

/// <summary>
/// Learns success rates from outcomes: the mean of a Beta posterior whose prior has the configured rate as its mean and
/// a given strength in pseudo-observations,
/// <c>(rate x strength + successes) / (strength + outcomes)</c>. Safe to share between threads.
/// </summary>
internal sealed class OutcomeTracker(double priorStrength)
{
    private readonly ConcurrentDictionary<string, Counts> _counts = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Grows with every report.</summary>
    public long Version => Interlocked.Read(ref _version);

    public void Report(string agent, bool succeeded)
    {
        var counts = _counts.GetOrAdd(agent, _ => new Counts());
        counts.Add(succeeded);
        Interlocked.Increment(ref _version);
    }

    /// <summary>The estimate for an agent: its configured rate until an outcome is reported.</summary>
    public double Estimate(Agent agent)
    {
        if (!_counts.TryGetValue(agent.Name, out var counts)) return agent.SuccessRate;
        var (succeeded, total) = counts.Read();
        return ((agent.SuccessRate * priorStrength) + succeeded) / (priorStrength + total);
    }

    // Both figures in one word, so that a reader never sees one without the other.
    private sealed class Counts
    {
        private long _packed;

        public void Add(bool succeeded) => Interlocked.Add(ref _packed, (1L << 32) | (succeeded ? 1L : 0L));

        public (uint Succeeded, uint Total) Read()
        {
            var packed = Interlocked.Read(ref _packed);
            return ((uint)packed, (uint)(packed >> 32));
        }
    }
}
