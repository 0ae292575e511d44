namespace Halo.Parallelism;

/// <summary>What it costs to start a worker.</summary>
/// <param name="Method">What was started.</param>
/// <param name="Median">The median of the samples, each the quickest of several starts; a typical figure when nothing could be measured.</param>
/// <param name="LowerQuartile">A quarter of the samples is below.</param>
/// <param name="UpperQuartile">A quarter of the samples is above.</param>
/// <param name="Samples">How many samples were taken; 0 for a fallback.</param>
public sealed record SpawnCost(SpawnMethod Method, TimeSpan Median, TimeSpan LowerQuartile, TimeSpan UpperQuartile, int Samples)
{
    /// <summary>Why nothing could be measured, so that <see cref="Median"/> is a typical figure; null when it was measured.</summary>
    public string? FallbackReason { get; init; }

    /// <summary>Whether this is a typical figure and no measurement.</summary>
    public bool IsFallback => FallbackReason is not null;

    /// <summary>The typical figure: 20 µs for the thread pool, 100 µs for a thread, 5 ms for a child process.</summary>
    internal static SpawnCost Typical(SpawnMethod method, string reason)
    {
        var typical = method switch
        {
            SpawnMethod.ThreadPool => TimeSpan.FromMicroseconds(20),
            SpawnMethod.DedicatedThread => TimeSpan.FromMicroseconds(100),
            _ => TimeSpan.FromMilliseconds(5),
        };
        return new SpawnCost(method, typical, typical, typical, 0) { FallbackReason = reason };
    }
}
