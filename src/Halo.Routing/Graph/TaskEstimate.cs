using System.Globalization;
using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>How long a task takes, in seconds: one figure for every agent, or one for each.</summary>
[JsonConverter(typeof(TaskEstimateConverter))]
public sealed record TaskEstimate
{
    /// <summary>The longest estimate in seconds: 10^9, about 31 years.</summary>
    public const double MaxSeconds = 1e9;

    /// <summary>
    /// The longest that all tasks of a graph may take together, in seconds, each on the slowest agent: 9 x 10^11, so that
    /// every time of a schedule is a <see cref="TimeSpan"/> too.
    /// </summary>
    public const double MaxTotalSeconds = 9e11;

    private TaskEstimate(double? seconds, IReadOnlyDictionary<string, double> byAgent) => (Seconds, ByAgent) = (seconds, byAgent);

    /// <summary>The figure for every agent; null when agents have figures of their own.</summary>
    public double? Seconds { get; }

    /// <summary>The figure of each named agent; empty when one figure holds for all.</summary>
    public IReadOnlyDictionary<string, double> ByAgent { get; }

    /// <summary>The same time on every agent of speed 1.</summary>
    /// <param name="seconds">Seconds, from 0 to <see cref="MaxSeconds"/>; a graph refuses anything else.</param>
    public static TaskEstimate Of(double seconds) => new(seconds, EmptyByAgent);

    /// <summary>A time for each agent.</summary>
    /// <param name="secondsByAgent">
    /// Seconds by agent name, from 0 to <see cref="MaxSeconds"/>; at least one. A graph refuses anything else.
    /// </param>
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

    /// <summary>What a duration in seconds must be, for messages.</summary>
    public const string Range = "from 0 to 1000000000 seconds";

    /// <summary>How long a graph may take, for messages.</summary>
    public const string TotalRange = "900000000000 seconds";

    /// <summary>Whether seconds are within the range of estimates; NaN is not.</summary>
    /// <param name="seconds">The seconds.</param>
    public static bool IsDuration(double seconds) => seconds is >= 0 and <= MaxSeconds;

    /// <summary>What is wrong with it, to follow "its"; null when nothing is.</summary>
    internal string? Fault()
    {
        if (Seconds is { } all) return IsDuration(all) ? null : string.Create(CultureInfo.InvariantCulture, $"estimate is {all} seconds");
        if (ByAgent.Count == 0) return "estimate is empty";
        foreach (var (agent, seconds) in ByAgent)
        {
            if (!IsDuration(seconds)) return string.Create(CultureInfo.InvariantCulture, $"estimate for agent '{agent}' is {seconds} seconds");
        }

        return null;
    }
}
