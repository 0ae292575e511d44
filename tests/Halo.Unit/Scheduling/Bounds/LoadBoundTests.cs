namespace Halo.Unit.Scheduling;

/// <summary>Bounds by the work of groups of agents, beside linear programs solved by hand.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class LoadBoundTests
{
    // Linear programs solved by hand: work is shared out as fractions of tasks allow.
    [TestCase(4, 4.0, 8.0, 1, 1, 32.0 / 3)]
    [TestCase(4, 4.0, 4.0, 1, 1, 8.0)]
    [TestCase(4, 4.0, 8.0, 2, 1, 32.0 / 5)]
    [TestCase(3, 6.0, 2.0, 1, 1, 4.5)]
    public void Value_TasksThatTwoAgentsShare_IsNearTheLinearProgram(int tasks, double first, double second, int firstSlots, int secondSlots, double optimum)
    {
        var problem = Shared(Enumerable.Repeat((first, second), tasks), firstSlots, secondSlots);
        Assert.That(new LoadBound(problem, PlacedFirst(problem), new double[tasks], new double[tasks]).Value(), Is.InRange(optimum * 0.99, optimum + 1e-9));
    }

    [Test]
    public void Value_TasksOfDifferentAdvantage_IsNearTheLinearProgram()
    {
        // Each agent keeps what it does best, and the third task is divided: 4 + 6 x and 4 + 12 (1 - x) are equal at x = 2/3.
        var problem = Shared([(4.0, 40.0), (40.0, 4.0), (6.0, 12.0)], 1, 1);
        Assert.That(new LoadBound(problem, PlacedFirst(problem), new double[3], new double[3]).Value(), Is.InRange(8 * 0.99, 8 + 1e-9));
    }

    [Test]
    public void Value_HeadsAndTails_AddTheLeastOfThem()
    {
        var problem = Shared(Enumerable.Repeat((4.0, 4.0), 2), 1, 1);
        var bound = new LoadBound(problem, PlacedFirst(problem), [3, 5], [7, 2]).Value();
        Assert.That(bound, Is.EqualTo(4 + 3 + 2).Within(0.1));
    }

    [Test]
    public void Value_TasksNotPlaced_DoNotCount()
    {
        var problem = Shared(Enumerable.Repeat((4.0, 4.0), 2), 1, 1);
        var placements = new Placements(2);
        placements.Place(0, problem.OptionStarts[0], 0, 0);
        Assert.That(new LoadBound(problem, placements, [3, 0], [7, 0]).Value(), Is.EqualTo(2 + 3 + 7).Within(0.1));
    }

    [Test]
    public void Value_NothingPlaced_IsZero() => Assert.That(new LoadBound(Shared([(4.0, 4.0)], 1, 1), new Placements(1), [3], [7]).Value(), Is.Zero);

    [Test]
    public void LowerBound_AgentsOfDifferentSpeed_IsTheLinearProgram()
    {
        // Four tasks of 4 or 8 seconds need 32 / 3, though their shortest times on two agents are only 8; the third agent has a task of its own.
        var tasks = Enumerable.Range(0, 4).Select(i => new TaskNode($"t{i}", "x") { Estimate = 8.Seconds() }).Append(new TaskNode("other", "y") { Estimate = 1.Seconds() }).ToArray();
        Agent[] agents = [new Agent("quick") { Types = ["x"], Speed = 2 }, new Agent("slow") { Types = ["x"] }, new Agent("third") { Types = ["y"] }];
        Assert.That(Scheduler.Schedule(Problems.Plan(tasks, agents), new ScheduleOptions { Selection = AgentSelection.EarliestFinish }).LowerBound.TotalSeconds, Is.EqualTo(11));
    }

    [Test]
    public void Value_NoWork_IsZero()
    {
        var problem = Shared([(0.0, 0.0)], 1, 1);
        Assert.That(new LoadBound(problem, PlacedFirst(problem), [0], [0]).Value(), Is.Zero);
    }

    [Test]
    public void Value_GroupWithoutTasks_IsZero()
    {
        var problem = Shared([(1.0, 1.0)], 1, 1);
        Assert.That(new GroupBound(problem, [1], [5], [5], new AgentGroup([0, 1], [])).Value(), Is.Zero);
    }

    [Test]
    public void Value_Group_IsTheLargestBoundOfItsThresholds()
    {
        // By heads: {c} 8 + 2/2 + 1, {c, b} 3 + 6/2 + 1, all 0 + 12/2 + 0; by tails: {b} 9 + 4/2 + 3, {b, c}, all.
        var problem = Shared([(1.0, 1.0), (1.0, 1.0), (1.0, 1.0)], 1, 1);
        Assert.That(new GroupBound(problem, [6, 4, 2], [0, 3, 8], [0, 9, 1], new AgentGroup([0, 1], [0, 1, 2])).Value(), Is.EqualTo(14));
        Assert.That(new GroupBound(problem, [6, 4, 2], [0, 3, 20], [0, 9, 1], new AgentGroup([0, 1], [0, 1, 2])).Value(), Is.EqualTo(22));
    }

    [TestCase(LowerBound.MostTasksInDetail, 1_000_000 + 33_333 + 1)]
    [TestCase(LowerBound.MostTasksInDetail + 1, 3 + 200_003 + 1)]
    public void Value_GroupOfManyTasks_IsBoundAsAWhole(int count, double expected)
    {
        // The tasks of one kind become ready late: only in detail they count alone.
        var problem = Shared([(1.0, 1.0), (1.0, 1.0), (1.0, 1.0)], 1, 1);
        var group = new AgentGroup([0, 1], [.. Enumerable.Range(0, count).Select(i => i % 3)]);
        Assert.That(new GroupBound(problem, [6, 4, 2], [5, 3, 1_000_000], [4, 9, 1], group).Value(), Is.EqualTo(expected));
    }

    private static SchedulingProblem Shared(IEnumerable<(double First, double Second)> tasks, int firstSlots, int secondSlots) => Problems.Build(
        [.. tasks.Select((task, i) => new TaskNode($"t{i}", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["first"] = task.First, ["second"] = task.Second }) })],
        [new Agent("first") { Types = ["x"], MaxConcurrentTasks = firstSlots }, new Agent("second") { Types = ["x"], MaxConcurrentTasks = secondSlots }],
        new ScheduleOptions { Selection = AgentSelection.EarliestFinish });

    private static Placements PlacedFirst(SchedulingProblem problem)
    {
        var placements = new Placements(problem.Count);
        for (var task = 0; task < problem.Count; task++) placements.Place(task, problem.OptionStarts[task], 0, 0);
        return placements;
    }
}
