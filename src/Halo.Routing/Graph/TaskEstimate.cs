namespace Halo.Routing;

/// <summary>How long a task takes: one time for every agent, or one for each. Two estimates with the same times are equal.</summary>
public sealed record TaskEstimate
{
    private static readonly Dictionary<string, double> NoAgents = [];

    private IReadOnlyDictionary<string, TimeSpan>? _byAgent;

    private TaskEstimate(double? seconds, IReadOnlyDictionary<string, double> secondsByAgent) => (Seconds, SecondsByAgent) = (seconds, secondsByAgent);

    /// <summary>The time on every agent of speed 1; null when agents have times of their own.</summary>
    public TimeSpan? Time => Seconds is { } seconds ? TimeSpans.FromSeconds(seconds) : null;

    /// <summary>The time on each named agent; empty when one time holds for all. Made at first use.</summary>
    public IReadOnlyDictionary<string, TimeSpan> ByAgent =>
        _byAgent ??= SecondsByAgent.ToDictionary(entry => entry.Key, entry => TimeSpans.FromSeconds(entry.Value), StringComparer.Ordinal);

    /// <summary>Seconds are kept as they were given: a time span would round them.</summary>
    internal double? Seconds { get; }

    internal IReadOnlyDictionary<string, double> SecondsByAgent { get; }

    internal bool IsValid =>
        Seconds is { } seconds ? IsDuration(seconds) : SecondsByAgent.Count > 0 && SecondsByAgent.Values.All(IsDuration);

    /// <summary>The same time on every agent of speed 1.</summary>
    /// <param name="time">The time, not negative.</param>
    public static TaskEstimate Of(TimeSpan time) => FromSeconds(time.TotalSeconds);

    /// <summary>A time for each agent.</summary>
    /// <param name="timeByAgent">The time by agent name, not negative; at least one.</param>
    public static TaskEstimate Of(IReadOnlyDictionary<string, TimeSpan> timeByAgent)
    {
        ArgumentNullException.ThrowIfNull(timeByAgent);
        return new TaskEstimate(null, timeByAgent.ToDictionary(entry => entry.Key, entry => entry.Value.TotalSeconds, StringComparer.Ordinal));
    }

    /// <summary>The same time on every agent of speed 1.</summary>
    /// <param name="seconds">Seconds, not negative, and no more than a time span holds.</param>
    public static TaskEstimate FromSeconds(double seconds) => new(seconds, NoAgents);

    /// <summary>A time for each agent.</summary>
    /// <param name="secondsByAgent">Seconds by agent name, not negative, and no more than a time span holds; at least one.</param>
    public static TaskEstimate FromSeconds(IReadOnlyDictionary<string, double> secondsByAgent)
    {
        ArgumentNullException.ThrowIfNull(secondsByAgent);
        return new TaskEstimate(null, new Dictionary<string, double>(secondsByAgent, StringComparer.Ordinal));
    }

    /// <summary>The same time on every agent.</summary>
    public static implicit operator TaskEstimate(TimeSpan time) => Of(time);

    /// <summary>The same time on every agent: the named form of the conversion.</summary>
    public static TaskEstimate FromTimeSpan(TimeSpan time) => Of(time);

    /// <summary>Whether the times are the same. O(agents).</summary>
    public bool Equals(TaskEstimate? other) =>
        ReferenceEquals(this, other) || (other is not null && Seconds.Equals(other.Seconds) && SecondsByAgent.Count == other.SecondsByAgent.Count
            && SecondsByAgent.All(entry => other.SecondsByAgent.TryGetValue(entry.Key, out var seconds) && seconds.Equals(entry.Value)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seconds, SecondsByAgent.Count);

    private static bool IsDuration(double seconds) => seconds is >= 0 and <= TimeSpans.MaxSeconds;
}
