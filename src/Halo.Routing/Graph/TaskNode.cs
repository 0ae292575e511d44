using System.Collections.ObjectModel;
using Halo.Rules;

namespace Halo.Routing;

/// <summary>A task as the caller describes it.</summary>
/// <param name="Id">Its name, unique in the graph and not empty.</param>
/// <param name="Type">Its type, which rules test as the attribute <c>type</c> and agents list; empty for a task without one.</param>
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
}
