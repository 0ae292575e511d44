namespace Halo.Unit.Routing.Graph;

/// <summary>Graphs built from other shapes than tasks that name their dependencies.</summary>
[TestFixture, Category("Unit")]
public sealed class TaskGraphShapesTests
{
    private static readonly TaskNode A = new("a", "x");
    private static readonly TaskNode B = new("b", "x");
    private static readonly TaskNode C = new("c", "x");

    [Test]
    public void Create_EdgeRecords_ConnectsTheirEnds() =>
        Assert.That(Edges(TaskGraph.Create([A, B, C], [new Link(A, C), new Link(B, C)], link => link.From, link => link.To)), Is.EqualTo(new[] { "a>c", "b>c" }));

    [Test]
    public void Create_DictionaryOfLists_ConnectsKeysToTheirLists()
    {
        var before = new Dictionary<string, List<string>> { ["c"] = ["b", "a"], ["b"] = ["a"], ["a"] = [] };
        var graph = TaskGraph.Create(before.Keys, before.SelectMany(entry => entry.Value.Select(id => (From: id, To: entry.Key))), edge => edge.From, edge => edge.To, id => new TaskNode(id, "t"));
        Assert.That(Edges(graph), Is.EquivalentTo(new[] { "b>c", "a>c", "a>b" }));
        Assert.That(graph.Order.ToArray().Select(graph.IdOf), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void Create_TasksWithDependenciesAndEdges_HasBothAndTheirOwnFirst() =>
        Assert.That(Edges(TaskGraph.Create([A, B, C with { DependsOn = ["b"] }], [new Link(A, C), new Link(B, C)], link => link.From, link => link.To)), Is.EqualTo(new[] { "b>c", "a>c" }));

    [Test]
    public void Create_RepeatedEdges_CountOnce() =>
        Assert.That(TaskGraph.Create([A, B], Enumerable.Repeat(new Link(A, B), 50), link => link.From, link => link.To).EdgeCount, Is.EqualTo(1));

    [Test]
    public void Create_EdgeOfAnotherObjectWithTheSameId_IsTheSameTask() =>
        Assert.That(TaskGraph.Create([A, B], [new Link(new TaskNode("a", "other"), B)], link => link.From, link => link.To).EdgeCount, Is.EqualTo(1));

    [Test]
    public void Create_EdgeToAStranger_IsRefused() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A], [new Link(A, B)], link => link.From, link => link.To)).Message, Is.EqualTo("The edge from 'a' to 'b' ends at 'b', which is not a vertex."));

    [Test]
    public void Create_EdgeWithANullEnd_IsRefused() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A], [new Link(A, null!)], link => link.From, link => link.To)).Message, Is.EqualTo("The edge from 'a' to '(null)' has an end that is null."));

    [Test]
    public void Create_NullEdge_IsRefused() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A], new Link[] { null! }, link => link.From, link => link.To)).Code, Is.EqualTo(DiagnosticCodes.UnknownDependency));

    [Test]
    public void Create_NullVertex_IsRefused() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A, null!], Array.Empty<Link>(), link => link.From, link => link.To)).Message, Is.EqualTo("The task at position 2 is null."));

    [Test]
    public void Create_VertexWithoutTask_IsRefused() =>
        Assert.That(Faults.Only(() => TaskGraph.Create(["v"], Array.Empty<(string, string)>(), edge => edge.Item1, edge => edge.Item2, _ => null!)).Message, Is.EqualTo("The task at position 1 is null."));

    [Test]
    public void Create_EdgeToItself_IsASelfLoop() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A], [new Link(A, A)], link => link.From, link => link.To)).Code, Is.EqualTo(DiagnosticCodes.SelfLoop));

    [Test]
    public void Create_CycleOfEdges_IsShownAsAPath() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([A, B], [new Link(A, B), new Link(B, A)], link => link.From, link => link.To)).Cycle, Is.EqualTo(new[] { "a", "b", "a" }));

    [Test]
    public void Create_UndirectedEdgeGivenBothWays_IsACycle() =>
        Assert.That(
            Faults.Only(() => TaskGraph.Create(["a", "b", "c"], [("a", "b"), ("b", "a"), ("b", "c")], edge => edge.Item1, edge => edge.Item2, id => new TaskNode(id, "t"))).Message,
            Is.EqualTo("A cycle of 2 tasks: a -> b -> a."));

    [Test]
    public void Create_ParallelEdgesOfDifferentObjects_CountOnce() =>
        Assert.That(TaskGraph.Create([A, B], [new WeightedLink(A, B, 1), new WeightedLink(A, B, 2)], link => link.From, link => link.To).EdgeCount, Is.EqualTo(1));

    [Test]
    public void Create_NullStringVertex_IsNamedByItsPosition() =>
        Assert.That(Faults.Only(() => TaskGraph.Create(["a", null!], Array.Empty<(string, string)>(), edge => edge.Item1, edge => edge.Item2, id => new TaskNode(id, "t"))).Message, Is.EqualTo("The task at position 2 is null."));

    [Test]
    public void Create_SeveralFaultyEdges_NamesEachOfThem() =>
        Assert.That(
            Faults.Of(() => TaskGraph.Create([A, B], [null, new Link(A, C), new Link(B, B), new Link(null!, A)], link => link!.From, link => link!.To)).Select(fault => fault.Code),
            Is.EquivalentTo(new[] { DiagnosticCodes.UnknownDependency, DiagnosticCodes.UnknownDependency, DiagnosticCodes.SelfLoop, DiagnosticCodes.UnknownDependency }));

    [Test]
    public void Create_NullArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => TaskGraph.Create(null!, Array.Empty<Link>(), link => link.From, link => link.To));
        Assert.Throws<ArgumentNullException>(() => TaskGraph.Create([A], (Link[])null!, link => link.From, link => link.To));
        Assert.Throws<ArgumentNullException>(() => TaskGraph.Create([A], Array.Empty<Link>(), null!, link => link.To));
        Assert.Throws<ArgumentNullException>(() => TaskGraph.Create([A], Array.Empty<Link>(), link => link.From, null!));
        Assert.Throws<ArgumentNullException>(() => TaskGraph.Create([A], Array.Empty<Link>(), link => link.From, link => link.To, null!));
    }

    private static IEnumerable<string> Edges(TaskGraph graph) =>
        Enumerable.Range(0, graph.Count).SelectMany(task => graph.DependenciesOf(task).ToArray().Select(before => $"{graph.IdOf(before)}>{graph.IdOf(task)}"));

    private sealed record Link(TaskNode From, TaskNode To);

    private sealed record WeightedLink(TaskNode From, TaskNode To, double Weight);
}
