using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>What orders tasks and slots: figures of a graph, queues and pools.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskOrderTests
{
    private static readonly Agent One = new("one") { Types = ["x"], MaxConcurrentTasks = 2 };
    private static readonly ScheduleOptions Any = new() { Selection = AgentSelection.EarliestFinish };

    [Test]
    public void Figures_OfAGraph_AreItsLongestPaths()
    {
        //     b 5
        // a 2     d 1     alone 4
        //     c 3
        var problem = Build([Task("a", 2), Task("b", 5, "a"), Task("c", 3, "a"), Task("d", 1, "b", "c"), Task("alone", 4)], [One]);
        var seconds = problem.ShortestSeconds();
        Assert.That(TaskPriorities.UpwardRanks(problem, seconds), Is.EqualTo(new[] { 8.0, 6, 4, 1, 4 }));
        Assert.That(TaskPriorities.EarliestStarts(problem, seconds), Is.EqualTo(new[] { 0.0, 2, 2, 7, 0 }));
    }

    [Test]
    public void Figures_OfTasksThatDoNotWait_EndThere()
    {
        var held = Task("b", 5, "a") with { Status = TaskNodeStatus.InProgress, Agent = "one" };
        var problem = Build([Task("a", 2), held, Task("c", 3, "b", "old"), Task("old", 9) with { Status = TaskNodeStatus.Completed }], [One]);
        var seconds = problem.ShortestSeconds();
        Assert.That(TaskPriorities.UpwardRanks(problem, seconds), Is.EqualTo(new[] { 2.0, 8, 3, 0 }));
        Assert.That(TaskPriorities.EarliestStarts(problem, seconds), Is.EqualTo(new[] { 0.0, 0, 5, 0 }));
        Assert.That(problem.CountWaiting(), Is.EqualTo(new[] { 0, 0, 1, 0 }));
    }

    [Test]
    public void Seconds_OfSeveralAgents_HaveAMeanAndAShortest()
    {
        var problem = Build([Task("a", 12), new TaskNode("z", "unknown")], [One with { Speed = 2 }, new Agent("two") { Types = ["x"], Speed = 3 }, new Agent("three") { Types = ["x"] }], Any);
        Assert.That((TaskPriorities.MeanSeconds(problem), problem.ShortestSeconds()), Is.EqualTo((new[] { 22.0 / 3, 0 }, new[] { 4.0, 0 })));
    }

    [TestCase(AgentSelection.EarliestFinish, SchedulePriority.CriticalPath, 3)]
    [TestCase(AgentSelection.EarliestFinish, SchedulePriority.LongestFirst, 1)]
    [TestCase(AgentSelection.Cheapest, SchedulePriority.CriticalPath, 1)]
    public void Orders_OfASelection_AreSeveralForACriticalPath(AgentSelection selection, SchedulePriority priority, int count) =>
        Assert.That(SelectionOrders.Of(Build([Task("a", 1)], [One], new ScheduleOptions { Selection = selection, Priority = priority })), Has.Count.EqualTo(count));

    [Test]
    public void Attribute_OfATask_IsItsFigure()
    {
        TaskNode[] tasks = [Ranked("a", 3), Ranked("b", "text"), Task("c", 1), Ranked("d", -1)];
        var problem = Build(tasks, [One], new ScheduleOptions { Priority = SchedulePriority.Attribute, PriorityAttribute = "rank" });
        Assert.That(TaskPriorities.Of(problem), Is.EqualTo(new[] { 3, double.NegativeInfinity, double.NegativeInfinity, -1 }));

        static TaskNode Ranked(string id, AttributeValue rank) => Task(id, 1) with { Attributes = new Dictionary<string, AttributeValue> { ["size"] = 9, ["rank"] = rank, ["weight"] = 7 } };
    }

    [Test]
    public void Queue_OfReadyTasks_GivesTheLargestFigureThenTheFirstPlace()
    {
        var queue = new ReadyTasks();
        foreach (var (task, figure, position) in new[] { (0, 1.0, 0), (1, 5.0, 3), (2, 5.0, 2), (3, double.PositiveInfinity, 9), (4, -1.0, 1) }) queue.Add(task, figure, position);
        var count = queue.Count;
        Assert.That((count, Enumerable.Range(0, 5).Select(_ => queue.Take()).ToArray(), queue.Count), Is.EqualTo((5, new[] { 3, 2, 1, 0, 4 }, 0)));
    }

    [Test]
    public void TryTake_Slots_GivesTheLowestThatIsFree()
    {
        var pool = new SlotPool(3);
        var taken = new List<int>();
        for (var i = 0; i < 3; i++) taken.Add(pool.TryTake(out var slot) ? slot : -1);
        var isEmpty = !pool.TryTake(out _);
        pool.Release(2);
        pool.Release(0);
        for (var i = 0; i < 2; i++) taken.Add(pool.TryTake(out var slot) ? slot : -1);
        Assert.That((taken, isEmpty), Is.EqualTo((new[] { 0, 1, 2, 0, 2 }, true)));
    }
}
