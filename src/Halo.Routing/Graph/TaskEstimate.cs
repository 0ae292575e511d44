using System.Globalization;
using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>How long a task takes: one time for every agent, or one for each. Two estimates with the same times are equal.</summary>
[JsonConverter(typeof(TaskEstimateConverter))]
public sealed record TaskEstimate
{
    /// <summary>The longest estimate in seconds: 10^9, about 31 years.</summary>
    public const double MaxSeconds = 1e9;

    /// <summary>
    /// The longest that all tasks of a graph may take together, in seconds, each on the slowest agent: 9 x 10^11, so that
    /// every time of a schedule is a <see cref="TimeSpan"/>.
    /// </summary>
    public const double MaxTotalSeconds = 9e11;

    /// <summary>What a duration in seconds must be, for messages.</summary>
    public const string Range = "from 0 to 1000000000 seconds";

    /// <summary>How long a graph may take, for messages.</summary>
    public const string TotalRange = "900000000000 seconds";

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
    /// <param name="seconds">Seconds, from 0 to <see cref="MaxSeconds"/>; a graph refuses anything else.</param>
    public static TaskEstimate FromSeconds(double seconds) => new(seconds, NoAgents);

    /// <summary>A time for each agent.</summary>
    /// <param name="secondsByAgent">Seconds by agent name, from 0 to <see cref="MaxSeconds"/>; at least one. A graph refuses anything else.</param>
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

    /// <summary>Whether seconds are within the range of estimates; NaN is not.</summary>
    /// <param name="seconds">The seconds.</param>
    public static bool IsDuration(double seconds) => seconds is >= 0 and <= MaxSeconds;

    /// <summary>What is wrong with it, to follow "its"; null when nothing is.</summary>
    internal string? Fault()
    {
        if (Seconds is { } all) return IsDuration(all) ? null : string.Create(CultureInfo.InvariantCulture, $"estimate is {all} seconds");
        if (SecondsByAgent.Count == 0) return "estimate is empty";
        foreach (var (agent, seconds) in SecondsByAgent)
        {
            if (!IsDuration(seconds)) return string.Create(CultureInfo.InvariantCulture, $"estimate for agent '{agent}' is {seconds} seconds");
        }

        return null;
    }
}
