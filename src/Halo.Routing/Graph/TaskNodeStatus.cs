using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>How far a task has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskNodeStatus>))]
public enum TaskNodeStatus : byte
{
    /// <summary>Not begun; it is routed.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending = 0,

    /// <summary>Running: it keeps its agent and that agent's capacity. Without a named agent it is routed like a pending task.</summary>
    [JsonStringEnumMemberName("inProgress")]
    InProgress,

    /// <summary>Done: it is skipped and takes no capacity.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Ended without success; it is routed again.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
