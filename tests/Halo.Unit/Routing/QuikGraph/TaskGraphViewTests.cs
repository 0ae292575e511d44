using Halo.Unit.Routing.Graph;
using QuikGraph;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>The view of a task graph answers whatever QuikGraph's own graph of the same tasks answers.</summary>
[TestFixture, Category("Unit")]
public sealed class TaskGraphViewTests
{
    private static readonly IBidirectionalGraph<string, SEquatableEdge<string>> View =
        TaskGraph.Create([new TaskNode("t0", "x"), new TaskNode("t1", "x") { DependsOn = ["t0"] }]).AsBidirectionalGraph();

    [Test]
    public void View_RandomDags_AnswersAsACopyDoes() =>
        Check.ForAll(RandomGraphs.Dags(10), 100, tasks =>
        {
            var view = TaskGraph.Create(tasks).AsBidirectionalGraph();
            var copy = new BidirectionalGraph<string, SEquatableEdge<string>>(false);
            copy.AddVertexRange(tasks.Select(task => task.Id));
            copy.AddEdgeRange(tasks.SelectMany(task => task.DependsOn.Distinct().Select(before => new SEquatableEdge<string>(before, task.Id))));
            return Answers(copy).Except(Answers(view)).FirstOrDefault();
        });

    [Test]
    public void View_IsDirectedWithoutParallelEdges() => Assert.That((View.IsDirected, View.AllowParallelEdges), Is.EqualTo((true, false)));

    [Test]
    public void View_UnknownVertex_IsNotFound()
    {
        Assert.Throws<VertexNotFoundException>(() => View.OutEdges("t2"));
        Assert.Throws<VertexNotFoundException>(() => View.InEdges("t2"));
        Assert.Throws<VertexNotFoundException>(() => View.Degree("t2"));
    }

    [Test]
    public void View_IndexBeyondTheEdges_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => View.OutEdge("t0", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => View.InEdge("t1", -1));
    }

    [Test]
    public void View_NullVertex_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => View.ContainsVertex(null!));
        Assert.Throws<ArgumentNullException>(() => View.TryGetOutEdges(null!, out _));
        Assert.Throws<ArgumentNullException>(() => View.ContainsEdge("t0", null!));
        Assert.Throws<ArgumentNullException>(() => View.TryGetEdges("t0", null!, out _));
    }

    // Every member, for every vertex and every pair of vertices, and for one that is not there.
    private static IEnumerable<string> Answers(IBidirectionalGraph<string, SEquatableEdge<string>> graph)
    {
        string[] known = [.. graph.Vertices];
        string[] all = [.. known, "nobody"];
        yield return $"{graph.VertexCount} {graph.IsVerticesEmpty} {graph.EdgeCount} {graph.IsEdgesEmpty} {Text(graph.Edges)} {string.Join(',', known)}";
        foreach (var vertex in known)
        {
            yield return $"{graph.OutDegree(vertex)} {graph.IsOutEdgesEmpty(vertex)} {Text(graph.OutEdges(vertex))} {Text(Indexed(graph.OutDegree(vertex), i => graph.OutEdge(vertex, i)))}";
            yield return $"{graph.InDegree(vertex)} {graph.IsInEdgesEmpty(vertex)} {Text(graph.InEdges(vertex))} {Text(Indexed(graph.InDegree(vertex), i => graph.InEdge(vertex, i)))} {graph.Degree(vertex)}";
        }

        foreach (var vertex in all)
        {
            yield return $"{graph.ContainsVertex(vertex)} {graph.TryGetOutEdges(vertex, out var after)} {Text(after)} {graph.TryGetInEdges(vertex, out var before)} {Text(before)}";
            foreach (var other in all)
            {
                yield return $"{graph.ContainsEdge(vertex, other)} {graph.ContainsEdge(new SEquatableEdge<string>(vertex, other))} {graph.TryGetEdge(vertex, other, out var edge)} {edge.Source}>{edge.Target}";
                yield return $"{graph.TryGetEdges(vertex, other, out var edges)} {Text(edges)}";
            }
        }
    }

    private static IEnumerable<SEquatableEdge<string>> Indexed(int count, Func<int, SEquatableEdge<string>> edge) => Enumerable.Range(0, count).Select(edge);

    // In any order: which edge comes first is not part of what a QuikGraph graph promises.
    private static string Text(IEnumerable<SEquatableEdge<string>>? edges) =>
        edges is null ? "none" : string.Join(',', edges.Select(edge => $"{edge.Source}>{edge.Target}").Order(StringComparer.Ordinal));
}
