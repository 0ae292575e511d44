using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>How long a task takes, in seconds: one figure for every agent, or one for each.</summary>
[JsonConverter(typeof(TaskEstimateConverter))]
public sealed record TaskEstimate
{
    private TaskEstimate(double? seconds, IReadOnlyDictionary<string, double> byAgent) => (Seconds, ByAgent) = (seconds, byAgent);

    /// <summary>The figure for every agent; null when agents have figures of their own.</summary>
    public double? Seconds { get; }

    /// <summary>The figure of each named agent; empty when one figure holds for all.</summary>
    public IReadOnlyDictionary<string, double> ByAgent { get; }

    /// <summary>The same time on every agent of speed 1.</summary>
    /// <param name="seconds">Seconds, finite and not negative.</param>
    public static TaskEstimate Of(double seconds) => new(seconds, EmptyByAgent);

    /// <summary>A time for each agent.</summary>
    /// <param name="secondsByAgent">Seconds by agent name, finite and not negative; at least one.</param>
    public static TaskEstimate Of(IReadOnlyDictionary<string, double> secondsByAgent)
    {
        ArgumentNullException.ThrowIfNull(secondsByAgent);
        return new TaskEstimate(null, new Dictionary<string, double>(secondsByAgent, StringComparer.Ordinal));
    }

    /// <summary>The same time on every agent.</summary>
    public static implicit operator TaskEstimate(double seconds) => Of(seconds);

    /// <summary>The same time on every agent: the named form of the conversion.</summary>
    public static TaskEstimate FromDouble(double seconds) => Of(seconds);

    private static readonly Dictionary<string, double> EmptyByAgent = [];

    internal bool IsValid =>
        Seconds is { } seconds ? IsDuration(seconds) : ByAgent.Count > 0 && ByAgent.Values.All(IsDuration);

    private static bool IsDuration(double seconds) => double.IsFinite(seconds) && seconds >= 0;
}
