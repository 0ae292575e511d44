using Halo.Unit.Routing.Graph;
using QuikGraph;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>QuikGraph graphs that become task graphs, or are refused.</summary>
[TestFixture, Category("Unit")]
public sealed class QuikGraphInputTests
{
    private static readonly TaskNode A = new("a", "x");
    private static readonly TaskNode B = new("b", "x");
    private static readonly TaskNode C = new("c", "x");

    [Test]
    public void ToTaskGraph_GraphOfTasks_KeepsVerticesAndEdgesInTheirOrder()
    {
        var graph = Tasks(new Edge<TaskNode>(B, A), new Edge<TaskNode>(B, C)).ToTaskGraph();
        Assert.That(Enumerable.Range(0, graph.Count).Select(graph.IdOf), Is.EqualTo(new[] { "b", "a", "c" }));
        Assert.That(graph.DependantsOf(0).ToArray(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void ToTaskGraph_TaskThatNamesADependency_HasItBesideTheEdges()
    {
        var graph = Tasks(new Edge<TaskNode>(A, B), new Edge<TaskNode>(A, C with { DependsOn = ["b"] })).ToTaskGraph();
        Assert.That(graph[2].DependsOn, Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public void ToTaskGraph_VertexWithoutEdges_IsATask()
    {
        var tasks = Tasks();
        tasks.AddVertex(A);
        Assert.That(tasks.ToTaskGraph().IdOf(0), Is.EqualTo("a"));
    }

    [Test]
    public void ToTaskGraph_EmptyGraph_IsEmpty() => Assert.That(Tasks().ToTaskGraph().Count, Is.Zero);

    [Test]
    public void ToTaskGraph_GraphOfStrings_TakesTasksFromTheSelector()
    {
        var names = new BidirectionalGraph<string, SEquatableEdge<string>>();
        names.AddVerticesAndEdge(new SEquatableEdge<string>("a", "b"));
        Assert.That(names.ToTaskGraph(name => new TaskNode(name, $"type of {name}"))[1], Has.Property("Type").EqualTo("type of b").And.Property("DependsOn").EqualTo(new[] { "a" }));
    }

    [Test]
    public void ToTaskGraph_ParallelEdges_CountOnce() =>
        Assert.That(Tasks(new Edge<TaskNode>(A, B), new Edge<TaskNode>(A, B)).ToTaskGraph().EdgeCount, Is.EqualTo(1));

    [Test]
    public void ToTaskGraph_Cycle_IsShownAsAPath() =>
        Assert.That(
            Faults.Only(() => Tasks(new Edge<TaskNode>(A, B), new Edge<TaskNode>(B, C), new Edge<TaskNode>(C, A)).ToTaskGraph()).Message,
            Is.EqualTo("A cycle of 3 tasks: a -> b -> c -> a."));

    [Test]
    public void ToTaskGraph_EdgeToItself_IsASelfLoop() =>
        Assert.That(Faults.Only(() => Tasks(new Edge<TaskNode>(A, A)).ToTaskGraph()).Code, Is.EqualTo(DiagnosticCodes.SelfLoop));

    [Test]
    public void ToTaskGraph_TwoVerticesWithOneId_AreRefused() =>
        Assert.That(Faults.Of(() => Tasks(new Edge<TaskNode>(A, new TaskNode("a", "y"))).ToTaskGraph()).Select(fault => fault.Code), Has.Member(DiagnosticCodes.DuplicateTask));

    [Test]
    public void ToTaskGraph_RandomDags_GiveTheGraphOfTheSameTasks() =>
        Check.ForAll(RandomGraphs.Dags(12), 200, tasks =>
        {
            var names = new AdjacencyGraph<string, Edge<string>>();
            names.AddVertexRange(tasks.Select(task => task.Id));
            names.AddEdgeRange(tasks.SelectMany(task => task.DependsOn.Select(before => new Edge<string>(before, task.Id))));
            return Edges(names.ToTaskGraph(name => new TaskNode(name, "x"))).SetEquals(Edges(TaskGraph.Create(tasks))) ? null : "Other edges.";
        });

    [Test]
    public void Route_GraphOfTasks_GivesThePlanOfTheSameTasks()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("worker") { Types = ["x"] }));
        var expected = router.Route([A, B with { DependsOn = ["a"] }]);
        Assert.That(router.Route(Tasks(new Edge<TaskNode>(A, B))).Decisions, Is.EqualTo(expected.Decisions));
    }

    [Test]
    public void Route_NoAgentAvailable_LeavesTheTaskUnassigned()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("worker") { Types = ["x"] }));
        Assert.That(router.Route(Tasks(new Edge<TaskNode>(A, B)), new RouteOptions { Available = [] }).UnassignedCount, Is.EqualTo(2));
    }

    [Test]
    public void NullArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => ((AdjacencyGraph<TaskNode, Edge<TaskNode>>)null!).ToTaskGraph());
        Assert.Throws<ArgumentNullException>(() => Tasks().ToTaskGraph(null!));
        Assert.Throws<ArgumentNullException>(() => new HaloRouter(RuleSet.Empty, AgentRegistry.Create()).Route((AdjacencyGraph<TaskNode, Edge<TaskNode>>)null!));
    }

    private static AdjacencyGraph<TaskNode, Edge<TaskNode>> Tasks(params Edge<TaskNode>[] edges)
    {
        var graph = new AdjacencyGraph<TaskNode, Edge<TaskNode>>();
        graph.AddVerticesAndEdgeRange(edges);
        return graph;
    }

    private static HashSet<(string, string)> Edges(TaskGraph graph) =>
        [.. Enumerable.Range(0, graph.Count).SelectMany(task => graph.DependenciesOf(task).ToArray().Select(before => (graph.IdOf(before), graph.IdOf(task))))];
}
