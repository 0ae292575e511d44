using System.Collections.ObjectModel;

namespace Halo.Unit.Routing.Graph;

/// <summary>What a graph keeps of the tasks it was built from.</summary>
[TestFixture, Category("Unit")]
public sealed class TaskGraphTests
{
    private static readonly TaskNode Full = new("build", "compile")
    {
        DependsOn = ["fetch", "lint"],
        Attributes = new Dictionary<string, AttributeValue> { ["os"] = "linux", ["cores"] = 4, ["urgent"] = true, ["none"] = default },
        Status = TaskNodeStatus.InProgress,
        Agent = "builder",
        Estimate = 12.5.Seconds(),
    };

    private static readonly TaskGraph Graph = TaskGraph.Create([Full, new TaskNode("fetch", "download"), new TaskNode("lint", "")]);

    [Test]
    public void Create_NoTasks_IsTheEmptyGraph()
    {
        var empty = TaskGraph.Create([]);
        Assert.That((empty.Count, empty.EdgeCount, empty.WaveCount, empty.Order.Length), Is.EqualTo((0, 0, 0, 0)));
    }

    [Test]
    public void AttributesOf_Task_HasItsTypeAndNoAbsentValue() =>
        Assert.That(Graph.AttributesOf(0), Is.EquivalentTo(new Dictionary<string, AttributeValue> { ["type"] = "compile", ["os"] = "linux", ["cores"] = 4, ["urgent"] = true }));

    [Test]
    public void AttributesOf_TaskWithoutType_HasNone() => Assert.That(Graph.AttributesOf(2), Is.Empty);

    [Test]
    public void Indexer_Task_GivesItAsDescribed()
    {
        var task = Graph[0];
        Assert.That((task.Id, task.Type, task.Status, task.Agent, task.Estimate?.Seconds), Is.EqualTo(("build", "compile", TaskNodeStatus.InProgress, "builder", 12.5)));
        Assert.That(task.DependsOn, Is.EqualTo(Full.DependsOn));
        Assert.That(task.Attributes, Is.EquivalentTo(Full.Attributes.Where(pair => pair.Key != "none")));
    }

    [Test]
    public void Create_FromItsOwnTasks_GivesAnEqualGraph()
    {
        var copy = TaskGraph.Create(Enumerable.Range(0, Graph.Count).Select(i => Graph[i]));
        Assert.That(copy.Order.ToArray(), Is.EqualTo(Graph.Order.ToArray()));
        Assert.That(Enumerable.Range(0, 3).Select(copy.AttributesOf), Is.EqualTo(Enumerable.Range(0, 3).Select(Graph.AttributesOf)));
    }

    [Test]
    public void Create_DictionariesOfOtherKinds_AreReadTheSame()
    {
        var wrapped = TaskGraph.Create([Full with { DependsOn = [], Attributes = new ReadOnlyDictionary<string, AttributeValue>(new Dictionary<string, AttributeValue>(Full.Attributes)) }]);
        Assert.That(wrapped.AttributesOf(0), Is.EquivalentTo(Graph.AttributesOf(0)));
    }

    [Test]
    public void Create_NullCollections_CountAsEmpty()
    {
        var graph = TaskGraph.Create([new TaskNode("t", null!) { DependsOn = null!, Attributes = null! }]);
        Assert.That((graph.TypeOf(0), graph.EdgeCount, graph.AttributesOf(0).Count), Is.EqualTo(("", 0, 0)));
    }

    [Test]
    public void TryGetIndex_EveryId_FindsItsPlace() => Assert.That(Enumerable.Range(0, 3).Select(i => Graph.TryGetIndex(Graph.IdOf(i), out var found) ? found : -1), Is.EqualTo(new[] { 0, 1, 2 }));

    [TestCase("BUILD")]
    [TestCase("")]
    public void TryGetIndex_UnknownId_IsFalse(string id) => Assert.That((Graph.TryGetIndex(id, out _), Graph.TryGet(id, out _)), Is.EqualTo((false, false)));

    [Test]
    public void TryGet_KnownId_GivesTheTask() => Assert.That(Graph.TryGet("fetch", out var task) ? task.Type : null, Is.EqualTo("download"));

    [Test]
    public void Neighbors_OfATask_KeepTheirOrder()
    {
        Assert.That(Graph.DependenciesOf(0).ToArray(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Graph.DependantsOf(2).ToArray(), Is.EqualTo(new[] { 0 }));
    }

    [TestCase(TaskNodeStatus.Pending)]
    [TestCase(TaskNodeStatus.Completed)]
    [TestCase(TaskNodeStatus.Failed)]
    public void Agent_OfATaskThatIsNotInProgress_IsForgotten(TaskNodeStatus status) =>
        Assert.That(TaskGraph.Create([new TaskNode("t", "x") { Status = status, Agent = "a" }])[0], Has.Property("Agent").Null.And.Property("Status").EqualTo(status));

    [Test]
    public void EstimateOf_EachForm_ComesBack()
    {
        var graph = TaskGraph.Create([new("a", "x"), new("b", "x") { Estimate = 0.Seconds() }, new("c", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["q"] = 2 }) }, new("d", "x") { Estimate = TaskEstimate.FromSeconds(TaskEstimate.MaxSeconds) }]);
        Assert.That(Enumerable.Range(0, 4).Select(i => graph.EstimateOf(i)?.Seconds), Is.EqualTo(new double?[] { null, 0, null, TaskEstimate.MaxSeconds }));
        Assert.That(graph.EstimateOf(2)!.SecondsByAgent, Is.EquivalentTo(new Dictionary<string, double> { ["q"] = 2 }));
    }

    [TestCase(1)]
    [TestCase(15)]
    [TestCase(16)]
    [TestCase(17)]
    [TestCase(40)]
    public void EdgeCount_RepeatedEdges_CountOnce(int parents)
    {
        var names = Enumerable.Range(0, parents).Select(i => $"p{i}").ToArray();
        var graph = TaskGraph.Create([.. names.Select(name => new TaskNode(name, "x")), new TaskNode("child", "x") { DependsOn = [.. names, .. names.Reverse(), names[0]] }]);
        Assert.That(graph.EdgeCount, Is.EqualTo(parents));
        Assert.That(graph.DependenciesOf(parents).ToArray(), Is.EqualTo(Enumerable.Range(0, parents)), "The first of equal edges stays in its place.");
    }

    [Test]
    public void EdgeCount_ManyParentsWithoutRepeats_KeepsThemAll()
    {
        // Two children with the same long list: what one has seen must not count for the other.
        var names = Enumerable.Range(0, 40).Select(i => $"p{i}").ToArray();
        Assert.That(TaskGraph.Create([.. names.Select(name => new TaskNode(name, "x")), new("c", "x") { DependsOn = names }, new("d", "x") { DependsOn = names }]).EdgeCount, Is.EqualTo(80));
    }
}
