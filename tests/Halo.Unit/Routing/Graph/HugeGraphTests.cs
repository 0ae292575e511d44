namespace Halo.Unit.Routing.Graph;

/// <summary>A million tasks of every shape: nothing recurses and nothing grows with the square.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class HugeGraphTests
{
    private const int Tasks = 1_000_000;

    // Generous: it has to hold on a machine that builds something else at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Ids = [.. Enumerable.Range(0, Tasks).Select(i => $"t{i}")];

    [Test]
    public void Create_ChainOfAMillion_HasAMillionWaves()
    {
        var graph = Build(i => i == 0 ? [] : [Ids[i - 1]]);
        Assert.That((graph.Count, graph.EdgeCount, graph.WaveCount), Is.EqualTo((Tasks, Tasks - 1, Tasks)));
    }

    [Test]
    public void Create_ChainInReverse_IsTurnedRound()
    {
        var graph = Build(i => i == Tasks - 1 ? [] : [Ids[i + 1]]);
        Assert.That((graph.WaveCount, graph.Order[0], graph.Order[^1]), Is.EqualTo((Tasks, Tasks - 1, 0)));
    }

    [Test]
    public void Create_FanOfAMillion_HasTwoWaves()
    {
        var graph = Build(i => i == 0 ? [] : [Ids[0]]);
        Assert.That((graph.EdgeCount, graph.WaveCount, graph.DependantsOf(0).Length), Is.EqualTo((Tasks - 1, 2, Tasks - 1)));
    }

    [Test]
    public void Create_MillionIntoOne_HasTwoWaves()
    {
        var graph = Build(i => i == 0 ? Ids[1..] : []);
        Assert.That((graph.EdgeCount, graph.WaveCount, graph.DependenciesOf(0).Length), Is.EqualTo((Tasks - 1, 2, Tasks - 1)));
    }

    [Test]
    public void Create_CycleOfAMillion_IsRefusedWithItsPath()
    {
        var fault = Faults.Only(() => Build(i => [Ids[(i + Tasks - 1) % Tasks]]));
        Assert.That((fault.Code, fault.Cycle.Count, fault.Message.Length < 300), Is.EqualTo((DiagnosticCodes.Cycle, Tasks + 1, true)));
    }

    [Test]
    public void Create_ManyUnknownDependencies_AreReportedWithinBounds() =>
        Assert.That(Faults.Of(() => Build(i => [$"no such dependency {i}"])), Has.Count.EqualTo(DiagnosticBag.DefaultLimit + 1));

    private static TaskGraph Build(Func<int, string[]> dependsOn)
    {
        var tasks = new TaskNode[Tasks];
        for (var i = 0; i < tasks.Length; i++) tasks[i] = new TaskNode(Ids[i], "x") { DependsOn = dependsOn(i) };
        var watch = WorkWatch.StartNew();
        try
        {
            return TaskGraph.Create(tasks);
        }
        finally
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience));
        }
    }
}
