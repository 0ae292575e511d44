using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>Heads, tails and moves of a graph whose longest paths are known by hand.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class DisjunctiveGraphTests
{
    private static readonly Agent[] Agents = [new Agent("p") { Types = ["x"] }, new Agent("q") { Types = ["x"], Speed = 2 }];

    // Numbered 0 to 4 in topological order: a 2, c 6, e 8 without dependencies, then b 4 behind a, d 10 behind c.
    private static readonly TaskNode[] Tasks = [Task("a", 2), Task("c", 6), Task("e", 8), Task("b", 4, "a"), Task("d", 10, "c")];

    [Test]
    public void Load_TwoMachines_GivesHeadsTailsAndMakespan()
    {
        // p: a 0-2, b 2-6; q: c 0-3, e 3-7, d 7-12.
        var graph = Models.Graph(Model(), [0, 3], [1, 2, 4]);
        Assert.That((graph.Head, graph.Tail, graph.Makespan), Is.EqualTo((new[] { 0.0, 0, 3, 2, 7 }, new[] { 4.0, 9, 5, 0, 0 }, 12.0)));
        Assert.That((graph.Previous, graph.Next, graph.First), Is.EqualTo((new[] { -1, -1, 1, 0, 2 }, new[] { 3, 2, 4, -1, -1 }, new[] { 0, 1 })));
    }

    [Test]
    public void Order_OfAGraph_IsTopological()
    {
        var graph = Models.Graph(Model(), [0, 3], [1, 2, 4]);
        Assert.That(graph.Position.Select((place, task) => graph.Order[place] == task), Is.All.True);
        Assert.That((graph.Position[0] < graph.Position[3], graph.Position[1] < graph.Position[2], graph.Position[2] < graph.Position[4]), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void Move_ToAnotherMachine_TakesItsTimeThere()
    {
        // p: a 0-2, e 2-10, b 10-14; q: c 0-3, d 3-8.
        var graph = Models.Graph(Model(), [0, 3], [1, 2, 4]);
        Assert.That(graph.Move(2, OptionOn(2, 0), 0, 0), Is.True);
        Assert.That((graph.Head, graph.Tail, graph.Makespan), Is.EqualTo((new[] { 0.0, 0, 2, 10, 3 }, new[] { 12.0, 5, 4, 0, 0 }, 14.0)));
        Assert.That((graph.Previous, graph.Next, graph.First), Is.EqualTo((new[] { -1, -1, 0, 2, 1 }, new[] { 2, 4, 3, -1, -1 }, new[] { 0, 1 })));
    }

    [Test]
    public void Move_ToTheFrontOfAMachine_ComesBeforeItsFirst()
    {
        var graph = Models.Graph(Model(), [0, 3], [1, 2, 4]);
        Assert.That((graph.Move(2, OptionOn(2, 1), 1, -1), graph.First[1], graph.Next[2], graph.Previous[1], graph.Head[1]), Is.EqualTo((true, 2, 1, 2, 4.0)));
    }

    [Test]
    public void Move_FirstTaskBehindTheLast_LeavesTheSecondInFront()
    {
        var graph = Models.Graph(Model(), [0, 2, 3], [1, 4]);
        Assert.That((graph.Move(2, OptionOn(2, 0), 0, 3), graph.Move(0, OptionOn(0, 1), 1, -1)), Is.EqualTo((true, true)));
        Assert.That((graph.First, graph.Next, graph.Machine), Is.EqualTo((new[] { 3, 0 }, new[] { 1, 4, -1, 2, -1 }, new[] { 1, 1, 0, 0, 1 })));
    }

    [Test]
    public void Move_ThatClosesACircle_ChangesNothing()
    {
        var graph = Models.Graph(Model(), [0, 3], [1, 2, 4]);
        Assert.That(graph.Move(0, OptionOn(0, 0), 0, 3), Is.False);
        Assert.That((graph.Head, graph.Tail, graph.Makespan), Is.EqualTo((new[] { 0.0, 0, 3, 2, 7 }, new[] { 4.0, 9, 5, 0, 0 }, 12.0)));
        Assert.That((graph.Previous, graph.Next, graph.First), Is.EqualTo((new[] { -1, -1, 1, 0, 2 }, new[] { 3, 2, 4, -1, -1 }, new[] { 0, 1 })));
    }

    [Test]
    public void Move_ThatClosesACircleElsewhere_PutsTheTaskBackWithItsTime()
    {
        // On q behind d: d waits for c, and c then for d.
        var graph = Models.Graph(Model(), [0, 1, 3], [2, 4]);
        Assert.That(graph.Move(1, OptionOn(1, 1), 1, 4), Is.False);
        Assert.That((graph.Option[1], graph.Machine[1], graph.Seconds[1], graph.Makespan), Is.EqualTo((OptionOn(1, 0), 0, 6.0, 13.0)));
    }

    [Test]
    public void Load_TasksThatWaitForEachOther_IsRefused() => Assert.That(() => Models.Graph(Model(), [3, 0], [1, 2, 4]), Throws.InvalidOperationException);

    [Test]
    public void Take_AndRestore_GivesTheSameGraph()
    {
        var model = Model();
        var graph = Models.Graph(model, [0, 3], [2, 1, 4]);
        var elite = Models.Elite(model, [0, 1], [2, 3, 4]);
        elite.Restore(graph);
        Assert.That((graph.Machine, graph.Makespan, elite.Makespan), Is.EqualTo((new[] { 0, 0, 1, 1, 1 }, 13.0, 13.0)));
    }

    [Test]
    public void DistanceTo_Elite_IsTheShareOfTasksElsewhere()
    {
        var model = Model();
        var elite = Models.Elite(model, [0, 3], [1, 2, 4]);
        Assert.That(elite.DistanceTo(Models.Elite(model, [0, 3], [1, 2, 4])), Is.Zero);
        Assert.That(elite.DistanceTo(Models.Elite(model, [0, 3], [2, 1, 4])), Is.EqualTo(0.6)); // another predecessor each
        Assert.That(elite.DistanceTo(Models.Elite(model, [0, 3, 4], [1, 2])), Is.EqualTo(0.2)); // another machine
        Assert.That(Elite.OfCount(0).DistanceTo(Elite.OfCount(0)), Is.Zero);
    }

    [Test]
    public void Copy_OfAnElite_IsNotChangedWithIt()
    {
        var elite = Models.Elite(Model(), [0, 3], [1, 2, 4]);
        var copy = elite.Copy();
        elite.Set(0, 4, 77, 7);
        Assert.That((copy.Sequence[0] == 4, copy.OptionOf(4) == 77, copy.MachineOf(4), copy.Makespan), Is.EqualTo((false, false, 1, 12.0)));
    }

    private static ImprovementModel Model() => new(Models.Schedule(Tasks, Agents));

    private static int OptionOn(int task, int agent)
    {
        var model = Model();
        return Enumerable.Range(model.OptionStarts[task], 2).Single(option => model.Options[option].Agent == agent);
    }
}
