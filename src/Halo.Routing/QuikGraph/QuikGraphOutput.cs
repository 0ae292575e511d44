using QuikGraph;

namespace Halo.Routing;

/// <summary>
/// Task graphs as QuikGraph graphs. Vertices are task ids in insertion order, an edge leads from the task that
/// comes first to the task that depends on it, and there are no parallel edges.
/// </summary>
public static class QuikGraphOutput
{
    /// <summary>Shows a task graph as a QuikGraph graph without a copy, for its algorithms. O(1); it cannot be changed and is safe to share between threads.</summary>
    /// <param name="graph">The graph.</param>
    public static IBidirectionalGraph<string, SEquatableEdge<string>> AsBidirectionalGraph(this TaskGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new TaskGraphView(graph);
    }

    /// <summary>Copies a task graph to a QuikGraph graph of its own, which may be changed. O(tasks + edges).</summary>
    /// <param name="graph">The graph.</param>
    public static BidirectionalGraph<string, SEquatableEdge<string>> ToBidirectionalGraph(this TaskGraph graph) =>
        Copy(graph.AsBidirectionalGraph(), edge => edge);

    // Parallel edges are allowed because there are none: a graph that forbids them searches for each edge it is given.
    internal static BidirectionalGraph<string, TEdge> Copy<TEdge>(IBidirectionalGraph<string, SEquatableEdge<string>> graph, Func<SEquatableEdge<string>, TEdge> edge)
        where TEdge : IEdge<string>
    {
        var copy = new BidirectionalGraph<string, TEdge>(true, graph.VertexCount);
        copy.AddVertexRange(graph.Vertices);
        copy.AddEdgeRange(graph.Edges.Select(edge));
        return copy;
    }
}
