using QuikGraph;

namespace Halo.Routing.QuikGraph;

/// <summary>
/// Task graphs and plans as QuikGraph graphs. Vertices are task ids in insertion order, an edge leads from the task that
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

    /// <summary>Copies a plan to a QuikGraph graph whose edges are tagged with the agents of both ends. O(tasks + edges).</summary>
    /// <param name="plan">The plan.</param>
    public static BidirectionalGraph<string, TaggedEdge<string, Handover>> ToBidirectionalGraph(this RoutingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Copy(plan.Graph.AsBidirectionalGraph(), edge =>
            new TaggedEdge<string, Handover>(edge.Source, edge.Target, new Handover(plan[edge.Source].Agent, plan[edge.Target].Agent)));
    }

    // Parallel edges are allowed because there are none: a graph that forbids them searches for each edge it is given.
    private static BidirectionalGraph<string, TEdge> Copy<TEdge>(IBidirectionalGraph<string, SEquatableEdge<string>> graph, Func<SEquatableEdge<string>, TEdge> edge)
        where TEdge : IEdge<string>
    {
        var copy = new BidirectionalGraph<string, TEdge>(true, graph.VertexCount);
        copy.AddVertexRange(graph.Vertices);
        copy.AddEdgeRange(graph.Edges.Select(edge));
        return copy;
    }
}
