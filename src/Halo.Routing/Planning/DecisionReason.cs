using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>Why a task has the agent it has, or none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionReason>))]
public enum DecisionReason : byte
{
    /// <summary>A rule chose the agent.</summary>
    [JsonStringEnumMemberName("rule")]
    Rule = 0,

    /// <summary>No rule did; the agent lists the task's type.</summary>
    [JsonStringEnumMemberName("capability")]
    Capability,

    /// <summary>The task is in progress and keeps its agent.</summary>
    [JsonStringEnumMemberName("inProgress")]
    InProgress,

    /// <summary>The task is completed and needs no agent.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>No rule matches and no agent lists the type.</summary>
    [JsonStringEnumMemberName("noMatch")]
    NoMatch,

    /// <summary>Every agent that could take the task is full (whole-graph capacity only).</summary>
    [JsonStringEnumMemberName("noCapacity")]
    NoCapacity,

    /// <summary>Every agent that could take the task is unavailable.</summary>
    [JsonStringEnumMemberName("agentUnavailable")]
    AgentUnavailable,
}
