using System.Text;

namespace Halo.Unit.Routing.Graph;

/// <summary>Parts of graphs at their bounds: limits of files, long lists, cycles, faults of tasks and edges.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GraphPartTests
{
    private static readonly TaskNode[] Two = [new TaskNode("a", "x"), new TaskNode("b", "x")];

    [TestCase(2, true)]
    [TestCase(1, false)]
    public void Read_Attributes_AreLimited(int most, bool isAllowed)
    {
        var result = Read("""{"tasks": [{"id": "a", "type": "x", "attributes": {"p": 1, "q": 2}}]}""", new InputLimits { MaxAttributes = most });
        Assert.That(result.Diagnostics.Select(fault => fault.Message), Is.EqualTo(isAllowed ? [] : new[] { "Task 'a' has 2 attributes; 1 are allowed." }));
    }

    [TestCase(3, "")]
    [TestCase(2, "The file has more than 2 dependencies; task 'c' exceeds them.")]
    [TestCase(0, "The file has more than 0 dependencies; task 'b' exceeds them.")]
    public void Read_Dependencies_AreLimitedAndNamedOnce(int most, string fault)
    {
        var result = Read(
            """{"tasks": [{"id": "a", "type": "x"}, {"id": "b", "type": "x", "dependsOn": ["a"]}, {"id": "c", "type": "x", "dependsOn": ["a", "b"]}]}""", new InputLimits { MaxDependencies = most });
        Assert.That(string.Join(' ', result.Diagnostics.Select(one => one.Message)), Is.EqualTo(fault));
    }

    [TestCase(16)]
    [TestCase(17)]
    [TestCase(40)]
    public void Create_RepeatsInALongList_CountOnce(int parents)
    {
        // The repeat is the last of the second long list; the first has none.
        TaskNode[] tasks = [.. Enumerable.Range(0, parents).Select(i => new TaskNode($"p{i}", "x")), Child("first", []), Child("second", ["p0"]), Child("third", [])];
        var graph = TaskGraph.Create(tasks);
        Assert.That((graph.EdgeCount, graph.DependenciesOf(parents + 1).ToArray()), Is.EqualTo((3 * parents, Enumerable.Range(0, parents).ToArray())));

        TaskNode Child(string id, string[] more) => new(id, "x") { DependsOn = [.. Enumerable.Range(0, parents).Select(i => $"p{i}"), .. more] };
    }

    [Test]
    public void HasRepeats_ListsWithTheSameItems_AreNotRepeats()
    {
        int[] keys = [.. Enumerable.Repeat(0, 20), .. Enumerable.Repeat(1, 20)], values = [.. Enumerable.Range(0, 20), .. Enumerable.Range(0, 20)];
        Assert.That(AdjacencyLists.Group(keys, values, 25).HasRepeats(), Is.False);
        values[^1] = 3;
        Assert.That(AdjacencyLists.Group(keys, values, 25).HasRepeats(), Is.True);
    }

    [Test]
    public void Find_CycleBesideTasksThatItReaches_IsTheCycleOnly()
    {
        // 0 -> 1 -> 2 -> 3 -> 1, and 2 -> 4 before the way back.
        var dependants = AdjacencyLists.Group([0, 1, 2, 2, 3], [1, 2, 4, 3, 1], 5);
        Assert.That(CycleFinder.Find(dependants, 5), Is.EqualTo(new[] { new[] { 1, 2, 3 } }));
    }

    [Test]
    public void Find_CycleWithAChord_TakesTheFirstWayBack()
    {
        var dependants = AdjacencyLists.Group([0, 0, 1, 2], [2, 1, 2, 0], 3);
        Assert.That(CycleFinder.Find(dependants, 3), Is.EqualTo(new[] { new[] { 0, 2 } }));
    }

    [Test]
    public void Find_WayIntoAFinishedGroup_IsNoCycle()
    {
        // Group 0 is closed first; what leads into it does not belong to it.
        var dependants = AdjacencyLists.Group([0, 1, 2, 3, 3], [1, 0, 0, 2, 1], 4);
        Assert.That(CycleFinder.Find(dependants, 4), Is.EqualTo(new[] { new[] { 0, 1 } }));
    }

    [Test]
    public void Create_OneTask_KeepsManyAttributes()
    {
        var attributes = Enumerable.Range(0, 9).ToDictionary(i => $"k{i}", i => AttributeValue.Of(i));
        Assert.That(TaskGraph.Create([new TaskNode("a", "x") { Attributes = attributes }])[0].Attributes, Is.EquivalentTo(attributes));
    }

    [Test]
    public void Create_AttributeCalledType_IsNamed() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([new TaskNode("a", "x") { Attributes = new Dictionary<string, AttributeValue> { ["type"] = "y" } }])).Message, Does.StartWith("Task 'a': it has an attribute 'type'"));

    [Test]
    public void Create_MalformedTextOfSeveralTasks_NamesEach()
    {
        var faults = Faults.Of(() => TaskGraph.Create([new TaskNode("a", "\uD800"), new TaskNode("b", "\uD800"), new TaskNode("c", "x")]));
        Assert.That(faults.Select(fault => fault.Message), Is.EqualTo(new[] { "Task 'a': its type holds half of a surrogate pair.", "Task 'b': its type holds half of a surrogate pair." }));
    }

    [Test]
    public void Create_UnknownStatus_IsNamedOnce() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([new TaskNode("a", "x") { Status = (TaskNodeStatus)9 }])).Message, Is.EqualTo("Task 'a': its status 9 is not one of the statuses."));

    [TestCase("a", null, "The edge from 'a' to '(null)' has an end that is null.")]
    [TestCase(null, "a", "The edge from '(null)' to 'a' has an end that is null.")]
    [TestCase("a", "z", "The edge from 'a' to 'z' ends at 'z', which is not a vertex.")]
    [TestCase("z", "b", "The edge from 'z' to 'b' ends at 'z', which is not a vertex.")]
    [TestCase("b", "z", "The edge from 'b' to 'z' ends at 'z', which is not a vertex.")]
    public void AddEdge_EndThatIsNoVertex_IsNamed(string? source, string? target, string says)
    {
        var builder = new TaskGraphBuilder(Two);
        builder.AddEdge(source, target);
        Assert.That(Faults.Only(() => builder.Build()).Message, Is.EqualTo(says));
    }

    [Test]
    public void Read_TaskThatIsNoObject_IsNotCalledByTheOneBefore()
    {
        var faults = Read("""{"tasks": [{"id": "a", "type": "x"}, 5]}""", new InputLimits()).Diagnostics;
        Assert.That(faults.Single().Message, Does.StartWith("A task: it must be an object"));
    }

    [Test]
    public void Read_AttributeOfMalformedName_IsNotNamed()
    {
        var faults = Read("""{"tasks": [{"id": "a", "type": "x", "attributes": {"\ud800": []}}]}""", new InputLimits()).Diagnostics;
        Assert.That(faults.Select(fault => fault.Message), Has.Some.Contains("an attribute must be"));
    }

    private static LoadResult<TaskGraph> Read(string json, InputLimits limits) => GraphFile.Read(Encoding.UTF8.GetBytes(json), "g.json", limits);
}
