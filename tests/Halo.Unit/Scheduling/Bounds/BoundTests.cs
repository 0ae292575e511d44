namespace Halo.Unit.Scheduling;

/// <summary>Lower bounds of small problems, by hand and by definition.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class BoundTests
{
    [TestCase(new[] { 3.0 }, new[] { 2.0 }, new[] { 4.0 }, 9)]
    [TestCase(new[] { 2.0, 3.0 }, new[] { 0.0, 0.0 }, new[] { 0.0, 0.0 }, 5)]
    [TestCase(new[] { 2.0, 3.0 }, new[] { 0.0, 10.0 }, new[] { 0.0, 1.0 }, 14)]
    [TestCase(new[] { 5.0, 1.0 }, new[] { 0.0, 2.0 }, new[] { 0.0, 10.0 }, 13)] // the long task is interrupted
    [TestCase(new[] { 5.0, 1.0 }, new[] { 0.0, 5.0 }, new[] { 3.0, 1.0 }, 8)]
    [TestCase(new[] { 4.0, 2.0, 1.0 }, new[] { 0.0, 1.0, 2.0 }, new[] { 1.0, 6.0, 9.0 }, 12)]
    [TestCase(new[] { 0.0, 4.0 }, new[] { 7.0, 1.0 }, new[] { 2.0, 0.0 }, 9)]
    public void Of_OneSlot_IsTheEndOfThePreemptiveSchedule(double[] seconds, double[] heads, double[] tails, double expected) =>
        Assert.That(OneSlotBound.Of([.. Enumerable.Range(0, seconds.Length)], seconds, heads, tails), Is.EqualTo(expected));

    [Test]
    public void Of_OneSlot_IsTheLargestBoundOfAnySetOfTasks()
    {
        // Carlier 1982: the least head, the work and the least tail of a set of tasks; the preemptive schedule meets the largest.
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var count = random.Next(1, 7);
            double[] seconds = Numbers(random, count), heads = Numbers(random, count), tails = Numbers(random, count);
            var largest = Enumerable.Range(1, (1 << count) - 1).Max(set =>
            {
                var tasks = Enumerable.Range(0, count).Where(task => (set >> task & 1) == 1).ToArray();
                return tasks.Min(task => heads[task]) + tasks.Sum(task => seconds[task]) + tasks.Min(task => tails[task]);
            });
            Assert.That(OneSlotBound.Of([.. Enumerable.Range(0, count)], seconds, heads, tails), Is.EqualTo(largest), $"round {round}");
        }
    }

    [Test]
    public void LowerBound_Chain_IsItsLength() => Assert.That(Bound([Task("a", 2), Task("b", 3, "a")], [Worker(3)]), Is.EqualTo(5));

    [Test]
    public void LowerBound_WorkOfAGroup_IsSharedByItsSlots() => Assert.That(Bound([.. Enumerable.Range(0, 6).Select(i => Task($"t{i}", 3))], [Worker(4)]), Is.EqualTo(5)); // 18 / 4, in whole seconds

    [Test]
    public void LowerBound_FractionsOfSeconds_AreNotRoundedUp() => Assert.That(Bound([Task("a", 0.5), Task("b", 1), Task("c", 1)], [Worker(2)]), Is.EqualTo(1.25));

    [Test]
    public void LowerBound_LongestWholeSeconds_AreRoundedUp()
    {
        const double Most = TaskEstimate.MaxSeconds;
        Assert.That(Bound([Task("a", Most), Task("b", Most), Task("c", Most - 1)], [Worker(2)]), Is.EqualTo(((3 * Most) - 1 + 1) / 2));
    }

    [Test]
    public void LowerBound_TasksBeforeAndBehindTheWork_Count()
    {
        // Before the six on two slots something else takes 4, behind them 5.
        var tasks = Enumerable.Range(0, 6).Select(i => Task($"t{i}", 3, "first")).Append(Task("first", 4) with { Type = "y" }).Append(Task("last", 5, [.. Enumerable.Range(0, 6).Select(i => $"t{i}")]) with { Type = "y" });
        Assert.That(Bound([.. tasks], [Worker(2), new Agent("other") { Types = ["y"] }]), Is.EqualTo(4 + 9 + 5));
    }

    [Test]
    public void LowerBound_TasksThatBecomeReadyLate_ShareOnlyTheTimeLeft()
    {
        // Four of the tasks can begin at 10 only: 10 + 4 x 3 / 2.
        var tasks = Enumerable.Range(0, 4).Select(i => Task($"t{i}", 3, "first")).Append(Task("first", 10) with { Type = "y" }).Append(Task("early", 1));
        Assert.That(Bound([.. tasks], [Worker(2), new Agent("other") { Types = ["y"] }]), Is.EqualTo(16));
    }

    [Test]
    public void LowerBound_OneSlot_IsNotTheMeanOfItsTasks()
    {
        // "a" and "b" follow "first" and have long tails, 2 + 1 + 2 + 9: neither heads nor tails alone set them apart.
        var tasks = new[]
        {
            Task("first", 2) with { Type = "y" }, Task("third", 3) with { Type = "y" },
            Task("a", 1, "first"), Task("b", 2, "first"), Task("c", 1), Task("d", 3, "third"),
            Task("behind a", 10, "a") with { Type = "y" }, Task("behind b", 9, "b") with { Type = "y" }, Task("behind c", 11, "c") with { Type = "y" },
        };
        Assert.That(Bound(tasks, [Worker(1), new Agent("other") { Types = ["y"], MaxConcurrentTasks = 9 }]), Is.EqualTo(14));
    }

    [Test]
    public void LowerBound_TasksThatCannotRun_DoNotCount() => Assert.That(Bound([Task("a", 2), Task("x", 50) with { Type = "z" }, Task("b", 60, "x")], [Worker(1)]), Is.EqualTo(2));

    [Test]
    public void LowerBound_CompletedTask_TakesNoTime() => Assert.That(Bound([Task("a", 50) with { Status = TaskNodeStatus.Completed }, Task("b", 3, "a")], [Worker(1)]), Is.EqualTo(3));

    [Test]
    public void LowerBound_NoTasks_IsZero() => Assert.That(Bound([], [Worker(1)]), Is.Zero);

    [Test]
    public void LowerBound_TaskWithSeveralAgents_TakesItsShortestTime()
    {
        var agents = new[] { new Agent("slow") { Types = ["x"] }, new Agent("quick") { Types = ["x"], Speed = 4 } };
        Assert.That(Bound([Task("a", 8), Task("b", 8, "a")], agents, AgentSelection.EarliestFinish), Is.EqualTo(4));
    }

    [TestCase(10, 9, 1.0 / 9)]
    [TestCase(9, 9, 0)]
    [TestCase(8, 9, 0)]
    [TestCase(8, 0, 0)]
    public void Gap_OfProgress_IsTheShareAboveTheBound(double makespan, double bound, double gap) =>
        Assert.That(new ImproveProgress(makespan.Seconds(), bound.Seconds(), TimeSpan.Zero, 0).Gap, Is.EqualTo(gap).Within(1e-12));

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(10))];

    private static Agent Worker(int slots) => new("worker") { Types = ["x"], MaxConcurrentTasks = slots };

    private static TaskNode Task(string id, double seconds, params string[] dependsOn) => new(id, "x") { Estimate = TaskEstimate.FromSeconds(seconds), DependsOn = dependsOn };

    private static double Bound(TaskNode[] tasks, Agent[] agents, AgentSelection selection = AgentSelection.FirstRule) =>
        Scheduler.Schedule(Problems.Plan(tasks, agents), new ScheduleOptions { Selection = selection }).LowerBoundSeconds;
}
