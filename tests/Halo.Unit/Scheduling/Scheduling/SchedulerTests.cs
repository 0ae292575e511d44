namespace Halo.Unit.Scheduling;

[TestFixture, Category("Unit")]
public sealed class SchedulerTests
{
    private static readonly Agent Worker = new("worker") { Types = ["work"] };

    [Test]
    public void Schedule_EmptyGraph_TakesNoTime() => Assert.That(Schedule([], [Worker]).Makespan.TotalSeconds, Is.Zero);

    [Test]
    public void Schedule_Chain_StartsEachTaskWhenTheOneBeforeEnds()
    {
        var schedule = Schedule([Work("a", 2), Work("b", 3, "a"), Work("c", 4, "b")], [Worker with { MaxConcurrentTasks = 3 }]);
        Assert.That(schedule.Tasks.Select(task => (task.Task, task.Start.TotalSeconds, task.Finish.TotalSeconds)), Is.EqualTo(new[] { ("a", 0.0, 2.0), ("b", 2.0, 5.0), ("c", 5.0, 9.0) }));
    }

    [Test]
    public void Schedule_MoreTasksThanSlots_FillsTheSlots()
    {
        var schedule = Schedule([Work("a", 2), Work("b", 2), Work("c", 2)], [Worker with { MaxConcurrentTasks = 2 }]);
        Assert.That(schedule.Tasks.Select(task => (task.Task, task.Slot, task.Start.TotalSeconds)), Is.EqualTo(new[] { ("a", 0, 0.0), ("b", 1, 0.0), ("c", 0, 2.0) }));
    }

    [Test]
    public void Schedule_CriticalPath_PutsTheLongTailFirst()
    {
        var tasks = new[] { Work("short", 1), Work("long", 1), Work("tail", 9, "long") };
        Assert.That(Schedule(tasks, [Worker]).Tasks.Select(task => task.Task), Is.EqualTo(new[] { "long", "tail", "short" }));
    }

    [TestCase(SchedulePriority.Fifo, null, "a b c")]
    [TestCase(SchedulePriority.LongestFirst, null, "b c a")]
    [TestCase(SchedulePriority.Attribute, "rank", "c a b")]
    public void Schedule_Priority_DecidesTheOrder(SchedulePriority priority, string? attribute, string order)
    {
        var tasks = new[] { Ranked("a", 1, 2), Work("b", 3), Ranked("c", 2, 5) };
        var schedule = Schedule(tasks, [Worker], new ScheduleOptions { Priority = priority, PriorityAttribute = attribute });
        Assert.That(string.Join(' ', schedule.Tasks.Select(task => task.Task)), Is.EqualTo(order));
    }

    [Test]
    public void Schedule_Fifo_TakesTheTaskThatWasReadyFirst()
    {
        // "d" comes before "b" in the order of the graph, but is ready later.
        var tasks = new[] { Work("a", 1), Work("x", 2), Work("d", 1, "x"), Work("b", 1, "a") };
        var schedule = Schedule(tasks, [Worker], new ScheduleOptions { Priority = SchedulePriority.Fifo });
        Assert.That(string.Join(' ', schedule.Tasks.Select(task => task.Task)), Is.EqualTo("a x b d"));
    }

    [Test]
    public void Schedule_FasterAgent_TakesLessTime() => Assert.That(Schedule([Work("a", 6)], [Worker with { Speed = 3 }]).Makespan.TotalSeconds, Is.EqualTo(2));

    [Test]
    public void Schedule_EstimateOfTheAgent_HasItsSpeedInItAlready()
    {
        var task = new TaskNode("a", "work") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["worker"] = 6 }) };
        Assert.That(Schedule([task], [Worker with { Speed = 3 }]).Makespan.TotalSeconds, Is.EqualTo(6));
    }

    [Test]
    public void Schedule_NoEstimate_TakesTheDefaultAndNamesTheTask()
    {
        var schedule = Schedule([new TaskNode("a", "work"), Work("b", 1)], [Worker], new ScheduleOptions { DefaultEstimate = 7.Seconds() });
        Assert.That((schedule.Makespan.TotalSeconds, string.Join(' ', schedule.WithDefaultEstimate())), Is.EqualTo((8.0, "a")));
    }

    [Test]
    public void Schedule_CompletedDependency_IsNotWaitedFor()
    {
        var schedule = Schedule([Work("a", 5) with { Status = TaskNodeStatus.Completed }, Work("b", 1, "a")], [Worker]);
        Assert.That((schedule.ScheduledCount, schedule["b"].Start.TotalSeconds), Is.EqualTo((1, 0.0)));
    }

    [Test]
    public void Schedule_TaskInProgress_StartsAtOnceOnItsAgent()
    {
        var other = new Agent("other");
        var running = Work("b", 3, "a") with { Status = TaskNodeStatus.InProgress, Agent = "other" };
        Assert.That(Schedule([Work("a", 1), running], [Worker, other])["b"], Is.EqualTo(new ScheduledTask("b", "other", 0, TimeSpan.Zero, 3.Seconds())));
    }

    [Test]
    public void Unscheduled_TaskOfNobody_BlocksWhatDependsOnIt()
    {
        var schedule = Schedule([new TaskNode("a", "art"), Work("b", 1, "a"), Work("c", 1)], [Worker]);
        Assert.That(schedule.Unscheduled, Is.EqualTo(new[] { new UnscheduledTask("a", UnscheduledReason.Unassigned, null), new UnscheduledTask("b", UnscheduledReason.Blocked, "a") }));
    }

    [Test]
    public void Indexer_TaskThatIsNotScheduled_Throws() =>
        Assert.That(() => Schedule([new TaskNode("a", "art")], [Worker])["a"], Throws.InstanceOf<KeyNotFoundException>());

    [Test]
    public void Sensitivity_OneBusyAgent_SaysThatMoreOfItSavesMost()
    {
        var idle = new Agent("idle") { Types = ["rest"] };
        var plan = Problems.Plan([Work("a", 4), Work("b", 4), new TaskNode("c", "rest") { Estimate = 1.Seconds() }], [idle, Worker]);
        Assert.That(Scheduler.Sensitivity(plan), Is.EqualTo(new[] { new SlotSensitivity("worker", 1, 4.Seconds(), 4.Seconds()), new SlotSensitivity("idle", 1, 8.Seconds(), TimeSpan.Zero) }));
    }

    [Test]
    public void WhatIf_UnknownAgent_Throws() => Assert.That(() => Scheduler.WhatIf(Problems.Plan([], [Worker]), "nobody", 1), Throws.ArgumentException.With.Message.Contains("nobody"));

    [Test]
    public void Schedule_TasksWithoutLength_AddNothing() =>
        Assert.That(Schedule([Work("a", 0), Work("b", 2), Work("c", 0, "b")], [Worker]).Makespan.TotalSeconds, Is.EqualTo(2));

    private static TaskNode Work(string id, double seconds, params string[] dependsOn) => new(id, "work") { Estimate = seconds.Seconds(), DependsOn = dependsOn };

    private static TaskNode Ranked(string id, double seconds, int rank) =>
        Work(id, seconds) with { Attributes = new Dictionary<string, AttributeValue> { ["rank"] = rank } };

    private static Schedule Schedule(TaskNode[] tasks, Agent[] agents, ScheduleOptions? options = null) => Scheduler.Schedule(Problems.Plan(tasks, agents), options);
}
