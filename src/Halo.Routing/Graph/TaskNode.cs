using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>A task as the caller describes it.</summary>
/// <param name="Id">Its name, unique in the graph and not empty.</param>
/// <param name="Type">Its type, which rules test as the attribute <c>type</c> and agents list; empty for a task without one.</param>
[JsonConverter(typeof(TaskNodeConverter))]
public sealed record TaskNode(string Id, string Type)
{
    /// <summary>The ids of the tasks that must be done first; repeats count once.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What rules may test, besides the type. An absent value counts as no attribute.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; init; } = ReadOnlyDictionary<string, AttributeValue>.Empty;

    /// <summary>How far it has come. Default pending.</summary>
    public TaskNodeStatus Status { get; init; }

    /// <summary>For a task in progress, the agent that works on it.</summary>
    public string? Agent { get; init; }

    /// <summary>How long it takes; null when unknown.</summary>
    public TaskEstimate? Estimate { get; init; }

    /// <summary>When it runs, judged by how its dependencies ended. Default when all succeeded.</summary>
    public JoinRule Join { get; init; }

    /// <summary>What single dependencies must have come to, by their ids, where it is not plain success.</summary>
    public IReadOnlyDictionary<string, EdgeCondition> Conditions { get; init; } = ReadOnlyDictionary<string, EdgeCondition>.Empty;

    /// <summary>How it is tried; null for what its agent says.</summary>
    public ExecutionSettings? Execution { get; init; }
}
