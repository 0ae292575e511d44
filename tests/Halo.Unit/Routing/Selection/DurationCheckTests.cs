namespace Halo.Unit.Routing.Selection;

/// <summary>What all tasks take together, beside what a schedule can say.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class DurationCheckTests
{
    [Test]
    public void Create_EstimatesThatAddUpToTooMuch_NamesTheTaskThatExceedsThem()
    {
        var tasks = Enumerable.Range(0, 1_000).Select(i => new TaskNode($"t{i}", "x") { Estimate = TaskEstimate.MaxSeconds.Seconds() });
        var fault = Faults.Only(() => TaskGraph.Create(tasks));
        Assert.That((fault.Code, fault.Message), Is.EqualTo((DiagnosticCodes.InvalidTask,
            "Task 't900': with its estimate all tasks together take more than 900000000000 seconds.")));
    }

    [Test]
    public void Create_EstimatesUpToTheLimit_AreAllowed() =>
        Assert.That(TaskGraph.Create(Enumerable.Range(0, 900).Select(i => new TaskNode($"t{i}", "x") { Estimate = TaskEstimate.MaxSeconds.Seconds() })), Has.Count.EqualTo(900));

    [Test]
    public void Create_EstimatesByAgent_CountAsTheLongestOfEach()
    {
        var estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 1, ["b"] = TaskEstimate.MaxSeconds });
        Assert.That(Faults.Only(() => TaskGraph.Create(Enumerable.Range(0, 901).Select(i => new TaskNode($"t{i}", "x") { Estimate = estimate }))).Message, Does.StartWith("Task 't900'"));
    }

    [Test]
    public void Route_TasksTooLongForTheSlowestAgent_NamesBothAndTheLine()
    {
        var graph = GraphFile.Parse("{\"tasks\":[\n{\"id\":\"a\",\"type\":\"x\",\"estimate\":9e8},\n{\"id\":\"b\",\"type\":\"x\",\"estimate\":9e8}]}", "g.json");
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("quick") { Types = ["x"] }, new Agent("slow") { Types = ["x"], Speed = 0.001 }));
        Assert.That(Faults.Only(() => router.Route(graph)).ToString(), Is.EqualTo(
            "g.json(3,1): error HALO205: Task 'b': with its estimate all tasks together take more than 900000000000 seconds at speed 0.001, the speed of agent 'slow'."
            + " Lower the estimates, raise the speed, or split the graph."));
    }

    [Test]
    public void Route_TasksAtTheLimitOfTheSlowestAgent_AreRouted()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("slow") { Types = ["x"], Speed = 0.001 }));
        Assert.That(router.Route([new TaskNode("a", "x") { Estimate = 9e8.Seconds() }]).UnassignedCount, Is.Zero);
    }
}
