using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>Small schedules whose every place, slack and figure is known by hand.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExactScheduleTests
{
    private static readonly Agent One = new("p") { Types = ["x"] };
    private static readonly Agent Two = new("p") { Types = ["x"], MaxConcurrentTasks = 2 };

    [Test]
    public void Schedule_TasksThatEndTogether_EndBeforeTheNextStart()
    {
        // "a" and "b" end at 2; of what is ready then, "d" is the most urgent though "b" ends last.
        var tasks = new[] { Task("a", 2), Task("b", 2), Task("c", 1, "a"), Task("d", 5, "b"), Task("e", 1, "a") };
        Assert.That(Text(Of(tasks, Two)), Is.EqualTo("b@p0:0-2 a@p1:0-2 c@p1:2-3 d@p0:2-7 e@p1:3-4"));
    }

    [Test]
    public void Schedule_SlotsSetFree_AreTakenFromTheLowest() =>
        Assert.That(Text(Of([Task("a", 3), Task("b", 3), Task("c", 1, "a"), Task("d", 1, "b")], Two)), Is.EqualTo("a@p0:0-3 b@p1:0-3 c@p0:3-4 d@p1:3-4"));

    [Test]
    public void Schedule_TaskInProgress_TakesTheFirstSlotAndDoesNotWait()
    {
        var held = Task("held", 1, "a") with { Status = TaskNodeStatus.InProgress, Agent = "p" };
        Assert.That(Text(Of([Task("a", 9), held], One)), Is.EqualTo("held@p0:0-1 a@p0:1-10"));
    }

    [Test]
    public void Slack_OfEveryTask_IsWhatItsFollowersLeave()
    {
        // Slot 0: a 0-4, d 4-6; slot 1: b 0-1, c 1-3, then e 4-5 behind "a".
        var schedule = Of([Task("a", 4), Task("b", 1), Task("c", 2, "b"), Task("d", 2, "a"), Task("e", 1, "a")], Two);
        Assert.That(Text(schedule), Is.EqualTo("b@p1:0-1 a@p0:0-4 c@p1:1-3 e@p1:4-5 d@p0:4-6"));
        Assert.That(Enumerable.Range(0, 5).Select(task => schedule.SlackOf(task).TotalSeconds), Is.EqualTo(new[] { 0.0, 2, 2, 0, 1 }));
        Assert.That((schedule.CriticalPath(), schedule.Makespan.TotalSeconds, schedule.LowerBound.TotalSeconds, schedule.ScheduledCount), Is.EqualTo((new[] { "a", "d" }, 6.0, 6.0, 5)));
    }

    [Test]
    public void Slack_OfATaskNotScheduled_IsZero() => Assert.That(Of([Task("a", 2), new TaskNode("z", "unknown")], One).SlackOf(1).TotalSeconds, Is.Zero);

    [Test]
    public void CriticalPath_DependencyAndSlotEndTogether_NamesTheDependency()
    {
        var tasks = new[] { Task("a", 2), Task("b", 2), Task("c", 1, "b") };
        Assert.That(Of(tasks, Two).CriticalPath(), Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public void CriticalPath_SeveralDependencies_NamesTheOneThatEndsLast() =>
        Assert.That(Of([Task("a", 1), Task("b", 2), Task("c", 1, "a", "b")], Two).CriticalPath(), Is.EqualTo(new[] { "b", "c" }));

    [Test]
    public void CriticalPath_TaskInProgress_DoesNotFollowItsDependency()
    {
        var held = Task("held", 5, "z") with { Status = TaskNodeStatus.InProgress, Agent = "q" };
        Assert.That(Of([Task("z", 0), held], One, new Agent("q")).CriticalPath(), Is.EqualTo(new[] { "held" }));
    }

    [Test]
    public void CriticalPath_SeveralTasksEndLast_NamesTheOneThatBeganFirst() => Assert.That(Of([Task("a", 1), Task("b", 2, "a"), Task("c", 3)], Two).CriticalPath(), Is.EqualTo(new[] { "c" }));

    [Test]
    public void CriticalPath_TasksInARowOnASlot_FollowsTheSlot() => Assert.That(Of([Task("a", 1), Task("b", 1), Task("c", 1)], One).CriticalPath(), Is.EqualTo(new[] { "a", "b", "c" }));

    [Test]
    public void CriticalPath_SlotThatWasIdleBefore_EndsThere()
    {
        // "d" begins at 3 because "c" ends; the one before it on its slot ended at 1.
        var tasks = new[] { Task("c", 3), Task("e", 1), Task("d", 9, "c") };
        Assert.That(Of(tasks, Two).CriticalPath(), Is.EqualTo(new[] { "c", "d" }));
    }

    [Test]
    public void Utilization_OfEveryAgent_IsItsShareOfTheMakespan() =>
        Assert.That(Of([Task("a", 4), Task("b", 1), Task("c", 3, "b")], Two, new Agent("idle")).Utilization(), Is.EqualTo(new[] { new AgentUtilization("p", 3, 8.Seconds(), 1), new AgentUtilization("idle", 0, TimeSpan.Zero, 0) }));

    [Test]
    public void Utilization_NothingTakesTime_IsZero() => Assert.That(Of([Task("a", 0)], One).Utilization()[0], Is.EqualTo(new AgentUtilization("p", 1, TimeSpan.Zero, 0)));

    [Test]
    public void Cost_OfASchedule_IsThatOfItsTasks() => Assert.That(Of([Task("a", 1), Task("b", 1), new TaskNode("z", "unknown")], One with { Cost = 2.5 }).Cost, Is.EqualTo(5));

    [Test]
    public void Gap_AboveTheBound_IsItsShare()
    {
        var schedule = Of([Task("a", 3), Task("b", 3), Task("c", 2), Task("d", 2), Task("e", 2)], Two);
        Assert.That((schedule.Makespan.TotalSeconds, schedule.LowerBound.TotalSeconds, schedule.Gap), Is.EqualTo((7.0, 6.0, 1.0 / 6)));
    }

    [Test]
    public void Gap_NoBound_IsZero() => Assert.That(Of([Task("a", 0)], One).Gap, Is.Zero);

    [Test]
    public void Indexer_TaskNotScheduled_NamesIt()
    {
        var schedule = Of([Task("a", 1), new TaskNode("z", "unknown")], One);
        Assert.That(() => schedule[1], Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("index 1"));
        Assert.That(() => schedule["z"], Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("'z'"));
        Assert.That(() => schedule.Explain("nobody"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("'nobody'"));
    }

    [Test]
    public void Unscheduled_EveryReason_IsTold()
    {
        var plan = Plan([Task("a", 1), new TaskNode("z", "unknown"), Task("b", 1, "a", "z"), Task("c", 1, "b")], [One]);
        Assert.That(Scheduler.Schedule(plan).Unscheduled, Is.EqualTo(new[]
        {
            new UnscheduledTask("z", UnscheduledReason.Unassigned, null), new UnscheduledTask("b", UnscheduledReason.Blocked, "z"), new UnscheduledTask("c", UnscheduledReason.Blocked, "b"),
        }));
    }

    [Test]
    public void Unscheduled_NoCandidateAtAll_IsNotTheFaultOfTheRate() =>
        Assert.That(Scheduler.Schedule(Plan([new TaskNode("z", "unknown")], [One]), new ScheduleOptions { Selection = AgentSelection.Balanced, MinSuccessRate = 0.9 }).Unscheduled[0].Reason, Is.EqualTo(UnscheduledReason.Unassigned));

    [TestCase(1, 4, 2)]
    [TestCase(2, 2, 4)]
    public void WhatIf_MoreSlots_SaysWhatTheySave(int more, double makespan, double saved) =>
        Assert.That(Scheduler.WhatIf(Plan([Task("a", 2), Task("b", 2), Task("c", 2)], [One]), "p", more), Is.EqualTo(new SlotSensitivity("p", more, makespan.Seconds(), saved.Seconds())));

    [Test]
    public void WhatIf_NoMoreSlots_IsRefused() => Assert.That(() => Scheduler.WhatIf(Plan([], [One]), "p", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void WhatIf_WrongOptions_AreRefused() =>
        Assert.That(() => Scheduler.WhatIf(Plan([Task("a", 2)], [One]), "p", 1, new ScheduleOptions { Deadline = 1.Seconds() }), Throws.ArgumentException);

    [Test]
    public void Sensitivity_WithOptions_SchedulesByThem()
    {
        var plan = Plan([new TaskNode("a", "x"), new TaskNode("b", "x")], [One]);
        Assert.That(Scheduler.Sensitivity(plan, new ScheduleOptions { DefaultEstimate = 5.Seconds() }), Is.EqualTo(new[] { new SlotSensitivity("p", 1, 5.Seconds(), 5.Seconds()) }));
    }

    private static Schedule Of(TaskNode[] tasks, params Agent[] agents) => Scheduler.Schedule(Plan(tasks, agents));
}
