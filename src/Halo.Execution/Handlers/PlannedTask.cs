namespace Halo.Execution;

/// <summary>A task that is handed to a handler: a view of the graph, so that it costs nothing.</summary>
public readonly struct PlannedTask
{
    internal PlannedTask(TaskGraph graph, int index) => (Graph, Index) = (graph, index);

    /// <summary>The graph.</summary>
    public TaskGraph Graph { get; }

    /// <summary>The task's index in the graph.</summary>
    public int Index { get; }

    /// <summary>The task's id.</summary>
    public string Id => Graph.IdOf(Index);

    /// <summary>The task's type; empty when it has none.</summary>
    public string Type => Graph.TypeOf(Index);

    /// <summary>The task's attributes with its type among them; put together at each call. O(attributes).</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes() => Graph.AttributesOf(Index);
}
