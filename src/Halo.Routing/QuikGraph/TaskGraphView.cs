using QuikGraph;

namespace Halo.Routing;

/// <summary>
/// A task graph as QuikGraph sees it. QuikGraph's own delegate graphs either cannot list their vertices, or search all of
/// them at every step; here a vertex is found in O(1).
/// </summary>
internal sealed class TaskGraphView(TaskGraph graph) : IBidirectionalGraph<string, SEquatableEdge<string>>
{
    public bool IsDirected => true;

    public bool AllowParallelEdges => false;

    public bool IsVerticesEmpty => graph.Count == 0;

    public int VertexCount => graph.Count;

    public IEnumerable<string> Vertices => Enumerable.Range(0, graph.Count).Select(graph.IdOf);

    public bool IsEdgesEmpty => graph.EdgeCount == 0;

    public int EdgeCount => graph.EdgeCount;

    public IEnumerable<SEquatableEdge<string>> Edges => Enumerable.Range(0, graph.Count).SelectMany(OutEdges);

    public bool ContainsVertex(string vertex) => graph.TryGetIndex(vertex, out _);

    public bool ContainsEdge(SEquatableEdge<string> edge) => ContainsEdge(edge.Source, edge.Target);

    public bool ContainsEdge(string source, string target) => TryGetEdge(source, target, out _);

    public bool IsOutEdgesEmpty(string vertex) => OutDegree(vertex) == 0;

    public int OutDegree(string vertex) => graph.DependantsOf(IndexOf(vertex)).Length;

    public IEnumerable<SEquatableEdge<string>> OutEdges(string vertex) => OutEdges(IndexOf(vertex));

    public SEquatableEdge<string> OutEdge(string vertex, int index) => OutEdges(vertex).ElementAt(index);

    public bool IsInEdgesEmpty(string vertex) => InDegree(vertex) == 0;

    public int InDegree(string vertex) => graph.DependenciesOf(IndexOf(vertex)).Length;

    public IEnumerable<SEquatableEdge<string>> InEdges(string vertex) => InEdges(IndexOf(vertex));

    public SEquatableEdge<string> InEdge(string vertex, int index) => InEdges(vertex).ElementAt(index);

    public int Degree(string vertex) => InDegree(vertex) + OutDegree(vertex);

    // QuikGraph gives null where it finds nothing, and knows no nullable references.
    public bool TryGetOutEdges(string vertex, out IEnumerable<SEquatableEdge<string>> edges)
    {
        var found = graph.TryGetIndex(vertex, out var task);
        edges = found ? OutEdges(task) : null!;
        return found;
    }

    public bool TryGetInEdges(string vertex, out IEnumerable<SEquatableEdge<string>> edges)
    {
        var found = graph.TryGetIndex(vertex, out var task);
        edges = found ? InEdges(task) : null!;
        return found;
    }

    public bool TryGetEdge(string source, string target, out SEquatableEdge<string> edge)
    {
        var found = graph.TryGetIndex(target, out var to) & graph.TryGetIndex(source, out var from) && graph.DependenciesOf(to).Contains(from);
        edge = found ? new SEquatableEdge<string>(source, target) : default;
        return found;
    }

    // True wherever the source is a vertex, also without an edge: so do QuikGraph's own graphs.
    public bool TryGetEdges(string source, string target, out IEnumerable<SEquatableEdge<string>> edges)
    {
        edges = !ContainsVertex(source) ? null! : TryGetEdge(source, target, out var edge) ? [edge] : [];
        return edges is not null;
    }

    private IEnumerable<SEquatableEdge<string>> OutEdges(int task) =>
        Enumerable.Range(0, graph.DependantsOf(task).Length).Select(i => new SEquatableEdge<string>(graph.IdOf(task), graph.IdOf(graph.DependantsOf(task)[i])));

    private IEnumerable<SEquatableEdge<string>> InEdges(int task) =>
        Enumerable.Range(0, graph.DependenciesOf(task).Length).Select(i => new SEquatableEdge<string>(graph.IdOf(graph.DependenciesOf(task)[i]), graph.IdOf(task)));

    private int IndexOf(string vertex) => graph.TryGetIndex(vertex, out var index) ? index : throw new VertexNotFoundException();
}
