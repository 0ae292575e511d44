using QuikGraph;

namespace Halo.Routing;

/// <summary>QuikGraph graphs as input: an edge leads from the task that comes first to the task that depends on it.</summary>
public static class QuikGraphInput
{
    /// <summary>Copies a graph of tasks. The tasks' own <see cref="TaskNode.DependsOn"/> come before the edges; repeats count once. O(vertices + edges).</summary>
    /// <typeparam name="TEdge">Any kind of edge.</typeparam>
    /// <param name="graph">The graph; its order of vertices and edges is the order of insertion.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault, each cycle as a path.</exception>
    public static TaskGraph ToTaskGraph<TEdge>(this IVertexAndEdgeListGraph<TaskNode, TEdge> graph)
        where TEdge : IEdge<TaskNode> => graph.ToTaskGraph(task => task);

    /// <summary>Copies a graph of any vertices, such as strings. O(vertices + edges).</summary>
    /// <typeparam name="TVertex">The vertices; each must give a task id of its own.</typeparam>
    /// <typeparam name="TEdge">Any kind of edge; parallel edges count once.</typeparam>
    /// <param name="graph">The graph; its order of vertices and edges is the order of insertion.</param>
    /// <param name="task">The task that a vertex stands for; called for every vertex and for both ends of every edge.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault, each cycle as a path.</exception>
    public static TaskGraph ToTaskGraph<TVertex, TEdge>(this IVertexAndEdgeListGraph<TVertex, TEdge> graph, Func<TVertex, TaskNode> task)
        where TEdge : IEdge<TVertex>
    {
        ArgumentNullException.ThrowIfNull(graph);
        return TaskGraph.Create(graph.Vertices, graph.Edges, edge => edge.Source, edge => edge.Target, task);
    }
}
