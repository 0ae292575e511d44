namespace Halo.Routing;

/// <summary>Makes graphs of vertices and edges of any kind.</summary>
internal static class GraphConversion
{
    public static TaskGraph Build<TVertex, TEdge>(
        IEnumerable<TVertex> vertices, IEnumerable<TEdge> edges, Func<TEdge, TVertex> source, Func<TEdge, TVertex> target, Func<TVertex, TaskNode> task)
    {
        ArgumentNullException.ThrowIfNull(vertices);
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(task);
        var builder = new TaskGraphBuilder(vertices.Select(vertex => vertex is null ? null! : task(vertex)));
        foreach (var edge in edges) builder.AddEdge(IdOf(source, edge), IdOf(target, edge));
        return builder.Build();

        string? IdOf(Func<TEdge, TVertex> end, TEdge edge) => edge is null || end(edge) is not { } vertex ? null : task(vertex)?.Id;
    }
}
