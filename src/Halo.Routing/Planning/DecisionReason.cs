namespace Halo.Routing;

/// <summary>Why a task has the agent it has, or none.</summary>
public enum DecisionReason : byte
{
    /// <summary>A rule chose the agent.</summary>
    Rule = 0,

    /// <summary>No rule did; the agent lists the task's type.</summary>
    Capability,

    /// <summary>The task is in progress and keeps its agent.</summary>
    InProgress,

    /// <summary>The task is completed and needs no agent.</summary>
    Completed,

    /// <summary>No rule matches and no agent lists the type.</summary>
    NoMatch,

    /// <summary>Every agent that could take the task is full (whole-graph capacity only).</summary>
    NoCapacity,

    /// <summary>Every agent that could take the task is unavailable.</summary>
    AgentUnavailable,
}
