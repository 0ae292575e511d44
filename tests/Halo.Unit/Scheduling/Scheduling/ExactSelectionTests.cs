using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>Small schedules of every selection, whose places are known by hand.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExactSelectionTests
{
    private static readonly Agent Slow = new("s") { Types = ["x"], Cost = 1 };
    private static readonly Agent Quick = new("q") { Types = ["x"], Speed = 2, Cost = 3 };

    [Test]
    public void Schedule_EarliestFinish_IsHeft() =>
        // Ranks by mean seconds: a 3 + 6, b 6, c 3. "a" goes to q until 2, "b" until 6; "c" ends sooner on s.
        Assert.That(Text(Select(AgentSelection.EarliestFinish, [Task("a", 4), Task("b", 8, "a"), Task("c", 4)])), Is.EqualTo("a@q0:0-2 c@s0:0-4 b@q0:2-6"));

    [Test]
    public void Schedule_EarliestFinishOfEqualEnd_TakesTheShorterTask()
    {
        // Behind 2 seconds of "a" both would finish "b" at 4.
        var schedule = Select(AgentSelection.EarliestFinish, [Task("a", 4), Task("b", 4)]);
        Assert.That(Text(schedule), Is.EqualTo("a@q0:0-2 b@q0:2-4"));
    }

    [TestCase(null, "a@s0:0-4 c@s0:4-8 b@s0:8-12", 3)]
    [TestCase(12.0, "a@s0:0-4 c@s0:4-8 b@s0:8-12", 3)]
    [TestCase(8.0, "a@s0:0-4 b@q0:4-6 c@s0:4-8", 5)]
    [TestCase(6.0, "c@q0:0-2 a@s0:0-4 b@q0:4-6", 7)]
    public void Schedule_Cheapest_PaysForTheDeadline(double? deadline, string expected, double cost)
    {
        var schedule = Select(AgentSelection.Cheapest, [Task("a", 4), Task("b", 4, "a"), Task("c", 4)], deadline);
        Assert.That(schedule.Cost, Is.EqualTo(cost), Text(schedule));
        Assert.That(Text(schedule), Is.EqualTo(expected));
    }

    [Test]
    public void Schedule_CheapestWithSomethingBehind_LeavesItsTime() =>
        // Two seconds are left for "b", so that "a" may not take the four of the cheapest.
        Assert.That(Text(Select(AgentSelection.Cheapest, [Task("a", 4), Task("b", 4, "a")], 5)), Is.EqualTo("a@q0:0-2 b@q0:2-4"));

    [TestCase(AgentSelection.EarliestFinish)]
    [TestCase(AgentSelection.Cheapest)]
    [TestCase(AgentSelection.Balanced)]
    public void Schedule_AgentsAllAlike_TakesTheFirst(AgentSelection selection)
    {
        var plan = Plan([Task("a", 4)], [Slow, Slow with { Name = "t" }, Slow with { Name = "u" }]);
        Assert.That(Text(Scheduler.Schedule(plan, new ScheduleOptions { Selection = selection })), Is.EqualTo("a@s0:0-4"));
    }

    [Test]
    public void Explain_CandidateOfSeveralSlots_HasItsWorkForEach()
    {
        var plan = Plan([Task("a", 8), Task("b", 4, "a")], [Slow with { MaxConcurrentTasks = 4 }]);
        Assert.That(Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.Balanced }).Explain("b").Candidates, Is.EqualTo(new[] { new ScheduleCandidate("s", 4.Seconds(), 8.Seconds(), 12.Seconds(), 1, 3.Seconds(), true) }));
    }

    [Test]
    public void Schedule_Balanced_SharesWorkBySlots()
    {
        // Work for each slot: s has two slots, q works twice as fast.
        var schedule = Scheduler.Schedule(Plan([.. Enumerable.Range(0, 5).Select(i => Task($"t{i}", 4))], [Slow with { MaxConcurrentTasks = 2 }, Quick]), new ScheduleOptions { Selection = AgentSelection.Balanced });
        Assert.That(schedule.Utilization().Select(agent => (agent.Agent, agent.Tasks)), Is.EqualTo(new[] { ("s", 2), ("q", 3) }));
    }

    [Test]
    public void Schedule_WholeGraph_GivesAnAgentNoMoreTasksThanItTakes()
    {
        var plan = Plan([Task("a", 4), Task("b", 4), Task("c", 4), Task("d", 4)], [Slow, Quick with { MaxConcurrentTasks = 2 }], new RouteOptions { Capacity = CapacityMode.WholeGraph });
        var schedule = Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        Assert.That((Text(schedule), string.Join(' ', schedule.Unscheduled.Select(task => $"{task.Task} {task.Reason}"))), Is.EqualTo(("a@q0:0-2 b@q1:0-2 c@s0:0-4", "d NoCapacity")));
    }

    [Test]
    public void Schedule_WholeGraphTaskInProgress_HasItsRoomAlready()
    {
        TaskNode Held(string id) => Task(id, 4) with { Status = TaskNodeStatus.InProgress, Agent = "s" };
        var plan = Plan([Held("a"), Held("b"), Task("c", 4)], [Slow, Quick], new RouteOptions { Capacity = CapacityMode.WholeGraph });
        Assert.That(Text(Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.Cheapest })), Is.EqualTo("c@q0:0-2 a@s0:0-4 b@s0:4-8"));
    }

    [Test]
    public void Schedule_TaskInProgress_IsPlacedBeforeWhatIsMoreUrgent()
    {
        var held = Task("held", 1) with { Status = TaskNodeStatus.InProgress, Agent = "s" };
        Assert.That(Text(Scheduler.Schedule(Plan([Task("long", 9), held], [Slow]), new ScheduleOptions { Selection = AgentSelection.EarliestFinish })), Is.EqualTo("held@s0:0-1 long@s0:1-10"));
    }

    [Test]
    public void Schedule_TaskInProgressBehindAnother_DoesNotWaitForIt()
    {
        TaskNode Held(string id, string agent, params string[] dependsOn) => Task(id, 4, dependsOn) with { Status = TaskNodeStatus.InProgress, Agent = agent };
        Assert.That(Text(Select(AgentSelection.EarliestFinish, [Held("a", "s"), Held("b", "q", "a")])), Is.EqualTo("b@q0:0-2 a@s0:0-4"));
    }

    [Test]
    public void Schedule_Fifo_PlacesWhatIsReadyFirst()
    {
        // "d" is ready at 1 and "c" at 2, though "c" comes first in the graph.
        TaskNode Of(string id, string type, double seconds, params string[] dependsOn) => new(id, type) { Estimate = seconds.Seconds(), DependsOn = dependsOn };
        var plan = Plan([Of("a", "f", 2), Of("b", "g", 1), Of("c", "h", 2, "a"), Of("d", "h", 2, "b")], [.. "fgh".Select(type => new Agent($"{type}") { Types = [$"{type}"] })]);
        var options = new ScheduleOptions { Selection = AgentSelection.EarliestFinish, Priority = SchedulePriority.Fifo };
        Assert.That(Text(Scheduler.Schedule(plan, options)), Is.EqualTo("b@g0:0-1 a@f0:0-2 d@h0:1-3 c@h0:3-5"));
    }

    [Test]
    public void Explain_Candidates_AreAsTheyStoodThen()
    {
        var schedule = Select(AgentSelection.Balanced, [Task("a", 8), Task("b", 4)]);
        Assert.That(schedule.Explain("b").Candidates, Is.EqualTo(new[] { new ScheduleCandidate("s", 4.Seconds(), TimeSpan.Zero, 4.Seconds(), 1, 4.Seconds(), true), new ScheduleCandidate("q", 2.Seconds(), 4.Seconds(), 6.Seconds(), 3, 6.Seconds(), true) }));
    }

    private static Schedule Select(AgentSelection selection, TaskNode[] tasks, double? deadline = null) =>
        Scheduler.Schedule(Plan(tasks, [Slow, Quick]), new ScheduleOptions { Selection = selection, Deadline = deadline?.Seconds() });
}
