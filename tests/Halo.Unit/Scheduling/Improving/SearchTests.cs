using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>Searches step by step, beside optima that are known.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SearchTests
{
    private static readonly Agent[] Two = [new Agent("p") { Types = ["x"] }, new Agent("q") { Types = ["x"] }];

    [Test]
    public void Step_TwoTasksOnOneMachine_MovesOneToTheOther()
    {
        var model = new ImprovementModel(Models.Schedule([Task("a", 4), Task("b", 6)], Two));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, [0, 1], []));
        Assert.That((search.Best.Makespan, search.Step(), search.Best.Makespan, search.Best.MachineOf(0)), Is.EqualTo((10.0, true, 6.0, 1)));
    }

    [Test]
    public void Step_NothingToMove_ChangesNothing()
    {
        var model = new ImprovementModel(Models.Schedule([Task("a", 4)], [Two[0]]));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, new int[][] { [0] }));
        Assert.That((search.Step(), search.Step(), search.Best.Makespan), Is.EqualTo((false, false, 4.0)));
    }

    [Test]
    public void Step_OnlyHeldTasks_ChangesNothing()
    {
        TaskNode Held(string id) => Task(id, 4) with { Status = TaskNodeStatus.InProgress, Agent = "p" };
        var model = new ImprovementModel(Models.Schedule([Held("a"), Held("b")], Two));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, [0, 1], []));
        Assert.That((search.Step(), search.Best.Makespan), Is.EqualTo((false, 8.0)));
    }

    [Test]
    public void Step_WorseMove_KeepsTheBest()
    {
        // At the optimum every move is worse, and is made.
        var model = new ImprovementModel(Models.Schedule([Task("a", 4), Task("b", 6)], Two));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, [1], [0]));
        var steps = Enumerable.Range(0, 20).Select(_ => search.Step()).ToList();
        Assert.That((steps.Contains(true), search.Best.Makespan), Is.EqualTo((false, 6.0)));
    }

    [Test]
    public void Begin_OtherSchedule_ForgetsTheBest()
    {
        var model = new ImprovementModel(Models.Schedule([Task("a", 4), Task("b", 6)], Two));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, [1], [0]));
        search.Begin(Models.Elite(model, [], [0, 1]));
        Assert.That((search.Best.Makespan, search.Step(), search.Best.Makespan), Is.EqualTo((10.0, true, 6.0)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(7)]
    [TestCase(14)]
    [TestCase(19)]
    public void Steps_FromJobsInARow_SolveAKnownJobShopInAHundredMoves(int seed)
    {
        var (schedule, model) = Models.Ft06();
        var search = new TabuSearch(model, new Random(seed));
        search.Begin(Models.InARow(schedule, model));
        Assert.That(search.Best.Makespan, Is.EqualTo(152));
        for (var steps = 0; steps < 16; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.LessThanOrEqualTo(70), "Most of the way is down.");
        for (var steps = 16; steps < 100; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.EqualTo(55));
    }

    [Test]
    public void Steps_FromOneMachine_FindTheOptimumInAFewMoves([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        Agent[] agents = [new Agent("p") { Types = ["x"] }, new Agent("q") { Types = ["x"], Speed = 2 }, new Agent("r") { Types = ["x"] }];
        TaskNode[] tasks = [.. Enumerable.Range(0, 7).Select(i => Task($"t{i}", random.Next(1, 9), [.. Enumerable.Range(0, i).Where(_ => random.Next(5) == 0).Select(j => $"t{j}")]))];
        var model = new ImprovementModel(Models.Schedule(tasks, agents));
        var search = new TabuSearch(model, new Random(1));
        search.Begin(Models.Elite(model, [.. Enumerable.Range(0, model.Count)], [], []));
        for (var steps = 0; steps < 60; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.EqualTo(new OptimalSchedule(tasks, agents).Makespan()).Within(1e-9));
    }

    [TestCase(3)]
    [TestCase(8)]
    [TestCase(16)]
    public void Steps_OfASearch_SolveAKnownJobShop(int seed)
    {
        var (schedule, model) = Models.Ft06();
        var search = new MemeticSearch(model, Models.InARow(schedule, model), seed);
        for (var steps = 0; steps < 1_000 && search.Best.Makespan > 55; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.EqualTo(55));
    }

    [Test]
    public void Steps_BehindTheOptimum_BeginAnewAndKeepIt()
    {
        // Longer than sixty fruitless beginnings of five hundred moves.
        var model = new ImprovementModel(Models.Schedule([.. Enumerable.Range(0, 6).Select(i => Task($"t{i}", 1 + (i % 3)))], Two));
        var search = new MemeticSearch(model, Models.Elite(model, [.. Enumerable.Range(0, model.Count)], []), 1);
        for (var steps = 0; steps < 32_000; steps++) search.Step();
        Assert.That((search.Best.Makespan, search.FoundAfter < 500), Is.EqualTo((6.0, true)));
    }

    [Test]
    public void FoundAfter_OfASearch_IsTheMoveOfItsBest()
    {
        var (schedule, model) = Models.Ft06();
        var search = new MemeticSearch(model, Models.InARow(schedule, model), 1);
        var (best, found) = (search.Best.Makespan, 0L);
        for (var steps = 1; steps <= 60; steps++)
        {
            search.Step();
            if (search.Best.Makespan < best) (best, found) = (search.Best.Makespan, steps);
            Assert.That(search.FoundAfter, Is.EqualTo(found));
        }
    }
}
