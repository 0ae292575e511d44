using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>What an agent's <see cref="Agent.MaxConcurrentTasks"/> bounds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapacityMode>))]
public enum CapacityMode
{
    /// <summary>
    /// What runs at one time. Tasks of one wave beyond an agent's capacity spill to the next candidate with room; when
    /// none has room they wait for their first choice. No task stays unassigned because a graph is long or wide.
    /// </summary>
    [JsonStringEnumMemberName("concurrent")]
    Concurrent = 0,

    /// <summary>The whole graph: an agent takes at most that many of its tasks; the rest spill and then stay unassigned.</summary>
    [JsonStringEnumMemberName("wholeGraph")]
    WholeGraph,
}
