namespace Halo.Unit.Routing.Graph;

/// <summary>How tasks of a graph are joined and run, and what is refused.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskJoinTests
{
    private static readonly TaskNode[] Two = [new TaskNode("a", "x"), new TaskNode("b", "x")];

    [TestCaseSource(nameof(FaultyConditions))]
    public void Create_FaultyCondition_IsNamed(TaskNode task, string says) => Assert.That(Faults.Only(() => TaskGraph.Create([.. Two, task])).Message, Does.StartWith($"Task 't': {says}"));

    [TestCase(1, true)]
    [TestCase(2, true)]
    [TestCase(0, false)]
    [TestCase(3, false)]
    public void Create_Quorum_IsOfItsDependencies(int count, bool isAllowed)
    {
        var task = new TaskNode("t", "x") { DependsOn = ["a", "b"], Join = JoinRule.Quorum(count) };
        Assert.That(() => TaskGraph.Create([.. Two, task]), isAllowed ? Throws.Nothing : Throws.InstanceOf<HaloValidationException>());
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public void AsksForResults_Conditions_SayWhetherResultsAreNeeded(bool hasCondition, bool expected)
    {
        var conditions = new Dictionary<string, EdgeCondition> { ["a"] = new(), ["b"] = new() { When = hasCondition ? When.Attribute("exit").Is(0) : null } };
        Assert.That(TaskGraph.Create([.. Two, new TaskNode("t", "x") { DependsOn = ["a", "b"], Conditions = conditions }]).AsksForResults, Is.EqualTo(expected));
    }

    [Test]
    public void AsksForResults_PlainGraph_IsFalse() => Assert.That(TaskGraph.Create(Two).AsksForResults, Is.False);

    [Test]
    public void ConditionOf_OnlyOneEdge_HasIt()
    {
        var graph = TaskGraph.Create([.. Two, new TaskNode("t", "x") { DependsOn = ["a", "b"], Conditions = new Dictionary<string, EdgeCondition> { ["b"] = new() { On = EdgeOutcome.Failed } } }]);
        Assert.That((graph.ConditionOf(0, 2), graph.ConditionOf(1, 2)?.On, graph.JoinOf(2), graph.ExecutionOf(2)), Is.EqualTo(((EdgeCondition?)null, (EdgeOutcome?)EdgeOutcome.Failed, JoinRule.AllSucceeded, (ExecutionSettings?)null)));
    }

    [Test]
    public void ExecutionOf_TaskAmongPlainOnes_IsItsOwn()
    {
        var graph = TaskGraph.Create([.. Two, new TaskNode("t", "x") { Execution = new ExecutionSettings { TotalTimeout = TimeSpan.FromSeconds(5) } }]);
        Assert.That(Enumerable.Range(0, 3).Select(task => graph.ExecutionOf(task)?.TotalTimeout?.TotalSeconds), Is.EqualTo(new double?[] { null, null, 5 }));
    }

    private static IEnumerable<TestCaseData> FaultyConditions()
    {
        var task = new TaskNode("t", "x") { DependsOn = ["a"] };
        yield return Case("null", task with { Conditions = null! }, "its conditions are null.");
        yield return Case("null condition", task with { Conditions = new Dictionary<string, EdgeCondition> { ["a"] = null! } }, "its condition on 'a' is null or asks for an unknown outcome.");
        yield return Case("unknown outcome", On("a", new EdgeCondition { On = (EdgeOutcome)9 }), "its condition on 'a' is null or asks for an unknown outcome.");
        yield return Case("stranger", On("z", new EdgeCondition()), "it has a condition on 'z', which it does not depend on.");
        yield return Case("no dependency", On("b", new EdgeCondition()), "it has a condition on 'b', which it does not depend on.");
        yield return Case("every outcome", On("a", new EdgeCondition()) with { Join = JoinRule.AllDone }, "it has a condition on 'a', yet its join rule takes every outcome.");
        yield return Case("malformed", On("a", new EdgeCondition { When = When.Attribute("").Exists() }), "");

        TaskNode On(string dependency, EdgeCondition condition) => task with { Conditions = new Dictionary<string, EdgeCondition> { [dependency] = condition } };
        TestCaseData Case(string name, TaskNode faulty, string says) => new TestCaseData(faulty, says).SetArgDisplayNames(name);
    }
}
