namespace Halo.Routing;

/// <summary>How far a task has come.</summary>
public enum TaskNodeStatus : byte
{
    /// <summary>Not begun; it is routed.</summary>
    Pending = 0,

    /// <summary>Running: it keeps its agent and that agent's capacity. Without a named agent it is routed like a pending task.</summary>
    InProgress,

    /// <summary>Done: it is skipped and takes no capacity.</summary>
    Completed,

    /// <summary>Ended without success; it is routed again.</summary>
    Failed,
}
