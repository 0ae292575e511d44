using QuikGraph.Algorithms;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>Task graphs and plans as QuikGraph graphs.</summary>
[TestFixture, Category("Unit")]
public sealed class QuikGraphOutputTests
{
    private static readonly TaskGraph Diamond = TaskGraph.Create([
        new TaskNode("last", "test") { DependsOn = ["left", "right"] },
        new TaskNode("left", "compile") { DependsOn = ["first"] },
        new TaskNode("right", "nobody's") { DependsOn = ["first", "first"] },
        new TaskNode("first", "compile"),
    ]);

    private static readonly RoutingPlan Plan =
        new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("builder") { Types = ["compile"] }, new Agent("tester") { Types = ["test"] })).Route(Diamond);

    [Test]
    public void ToBidirectionalGraph_TaskGraph_HasItsIdsAndEdges()
    {
        var graph = Diamond.ToBidirectionalGraph();
        Assert.That(graph.Vertices, Is.EqualTo(new[] { "last", "left", "right", "first" }));
        Assert.That(graph.Edges.Select(edge => $"{edge.Source}>{edge.Target}"), Is.EquivalentTo(new[] { "left>last", "right>last", "first>left", "first>right" }));
    }

    [Test]
    public void ToBidirectionalGraph_TaskGraph_ComesBackAsItWas()
    {
        var back = Diamond.ToBidirectionalGraph().ToTaskGraph(id => Diamond.TryGet(id, out var task) ? task : null!);
        Assert.That(back.Order.ToArray(), Is.EqualTo(Diamond.Order.ToArray()));
    }

    [Test]
    public void ToBidirectionalGraph_TaskGraph_MayBeChanged()
    {
        var graph = Diamond.ToBidirectionalGraph();
        graph.AddVertex("another");
        Assert.That((graph.VertexCount, Diamond.Count), Is.EqualTo((5, 4)));
    }

    [Test]
    public void ToBidirectionalGraph_Plan_TagsEdgesWithBothAgents() =>
        Assert.That(Plan.ToBidirectionalGraph().Edges.ToDictionary(edge => $"{edge.Source}>{edge.Target}", edge => edge.Tag), Is.EquivalentTo(new Dictionary<string, WorkHandover>
        {
            ["first>left"] = new("builder", "builder"),
            ["first>right"] = new("builder", null),
            ["left>last"] = new("builder", "tester"),
            ["right>last"] = new(null, "tester"),
        }));

    [Test]
    public void ToBidirectionalGraph_Plan_HasEveryTask() => Assert.That(Plan.ToBidirectionalGraph().Vertices, Is.EqualTo(new[] { "last", "left", "right", "first" }));

    [Test]
    public void AsBidirectionalGraph_TopologicalSort_PutsEveryTaskBehindItsDependencies()
    {
        var order = Diamond.AsBidirectionalGraph().TopologicalSort().ToList();
        Assert.That(order, Has.Count.EqualTo(4));
        Assert.That(Diamond.AsBidirectionalGraph().Edges.Where(edge => order.IndexOf(edge.Source) > order.IndexOf(edge.Target)), Is.Empty);
    }

    [Test]
    public void AsBidirectionalGraph_SourceFirstTopologicalSort_PutsEveryTaskBehindItsDependencies()
    {
        var order = Diamond.AsBidirectionalGraph().SourceFirstBidirectionalTopologicalSort().ToList();
        Assert.That((order[0], order[3]), Is.EqualTo(("first", "last")));
    }

    [Test]
    public void AsBidirectionalGraph_AnyTaskGraph_IsAcyclic() => Assert.That(Diamond.AsBidirectionalGraph().IsDirectedAcyclicGraph(), Is.True);

    [Test]
    public void NullArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => ((TaskGraph)null!).AsBidirectionalGraph());
        Assert.Throws<ArgumentNullException>(() => ((TaskGraph)null!).ToBidirectionalGraph());
        Assert.Throws<ArgumentNullException>(() => ((RoutingPlan)null!).ToBidirectionalGraph());
    }
}
