using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>What of a schedule may be moved, and where to.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ImprovementModelTests
{
    private static readonly Agent[] Agents =
        [new Agent("a") { Types = ["x"], Cost = 2, MaxConcurrentTasks = 2 }, new Agent("b") { Types = ["x"], Cost = 1, Speed = 2 }, new Agent("c") { Types = ["x"], Cost = 2, Speed = 4 }];

    private static readonly TaskNode[] Tasks =
    [
        Task("old", 1) with { Status = TaskNodeStatus.Completed }, Task("held", 8, "last") with { Status = TaskNodeStatus.InProgress, Agent = "b" },
        Task("first", 4, "old"), Task("last", 8, "first", "other"), Task("other", 2), new TaskNode("nobody", "unknown"),
    ];

    [Test]
    public void Tasks_OfAModel_AreTheScheduledOnesWithTheirNeighbors()
    {
        var schedule = Models.Schedule(Tasks, Agents);
        var model = new ImprovementModel(schedule);
        string[] names = [.. model.Tasks.Select(schedule.Graph.IdOf)];
        Assert.That(names, Is.EqualTo(new[] { "other", "first", "last", "held" }));
        Assert.That(Enumerable.Range(0, 4).Select(task => string.Join(' ', model.Before(task).ToArray().Select(one => names[one]))), Is.EqualTo(new[] { "", "", "first other", "" }));
        Assert.That(Enumerable.Range(0, 4).Select(task => string.Join(' ', model.After(task).ToArray().Select(one => names[one]))), Is.EqualTo(new[] { "last", "last", "", "" }));
        Assert.That((model.Count, model.IsHeld), Is.EqualTo((4, new[] { false, false, false, true })));
    }

    [Test]
    public void Machines_OfAModel_AreTheSlotsOfEachAgent()
    {
        var model = new ImprovementModel(Models.Schedule(Tasks, Agents));
        Assert.That((model.FirstMachine, model.MachineCount), Is.EqualTo((new[] { 0, 2, 3, 4 }, 4)));
    }

    [TestCase(AgentSelection.EarliestFinish, "a4 b2 c1")]
    [TestCase(AgentSelection.Balanced, "c1")]
    [TestCase(AgentSelection.Cheapest, "b2")]
    public void Options_OfATask_KeepWhatItsSelectionStandsFor(AgentSelection selection, string expected) =>
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], Agents, new ScheduleOptions { Selection = selection })), Is.EqualTo(expected));

    [Test]
    public void Options_WhereTheCheapestIsTooLate_AreNoDearer()
    {
        // "c" was needed for the deadline; what costs as much or less may take its place.
        var options = new ScheduleOptions { Selection = AgentSelection.Cheapest, Deadline = 1.Seconds() };
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], [.. Agents, new Agent("dear") { Types = ["x"], Cost = 2.5, Speed = 3 }], options)), Is.EqualTo("a4 b2 c1"));
    }

    [TestCase(CapacityMode.Concurrent, "a4 b2 c1")]
    [TestCase(CapacityMode.WholeGraph, "c1")]
    public void Options_OfATask_StayWhereCapacityIsOfTheWholeGraph(CapacityMode capacity, string expected) =>
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], Agents, route: new RouteOptions { Capacity = capacity })), Is.EqualTo(expected));

    [Test]
    public void From_ASchedule_AndBackIsTheSame()
    {
        var schedule = Models.Schedule(Tasks, Agents);
        var model = new ImprovementModel(schedule);
        var start = ImprovementPlaces.From(schedule, model);
        Assert.That(ImprovementPlaces.ToSchedule(schedule, model, start).Tasks, Is.EqualTo(schedule.Tasks));
        Assert.That(start.Makespan, Is.EqualTo(schedule.Makespan.TotalSeconds));
    }

    private static string OptionsOf(Schedule schedule) =>
        string.Join(' ', new ImprovementModel(schedule).Options.Select(option => FormattableString.Invariant($"{schedule.Plan.Agents[option.Agent].Name}{option.Seconds}")));
}
