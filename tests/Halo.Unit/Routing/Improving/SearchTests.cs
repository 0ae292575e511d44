using Halo.Routing;
using static Halo.Unit.Routing.Scheduling.Problems;

namespace Halo.Unit.Routing.Improving;

/// <summary>Searches step by step, beside optima that are known.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SearchTests
{
    private static readonly Agent[] Two = [new Agent("p") { Types = ["x"] }, new Agent("q") { Types = ["x"] }];

    // Fisher and Thompson 1963, six jobs on six machines: machine and seconds of each step. The optimum is 55.
    private static readonly int[][] Ft06 =
    [
        [2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6], [1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4], [2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7],
        [1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9], [2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1], [1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1],
    ];

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

    [Test]
    public void Steps_OfATabuSearch_SolveAKnownJobShop([Range(1, 8)] int seed)
    {
        var (schedule, model) = JobShop();
        var search = new TabuSearch(model, new Random(seed));
        search.Begin(ImprovementPlaces.From(schedule, model));
        for (var steps = 0; steps < 400 && search.Best.Makespan > 58; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.InRange(55, 58));
    }

    [Test]
    public void Steps_OfASearch_SolveAKnownJobShop([Range(1, 8)] int seed)
    {
        var (schedule, model) = JobShop();
        var search = new MemeticSearch(model, ImprovementPlaces.From(schedule, model), seed);
        for (var steps = 0; steps < 6_000 && search.Best.Makespan > 55; steps++) search.Step();
        Assert.That(search.Best.Makespan, Is.EqualTo(55));
    }

    [Test]
    public void FoundAfter_OfASearch_IsTheMoveOfItsBest()
    {
        var (schedule, model) = JobShop();
        var search = new MemeticSearch(model, ImprovementPlaces.From(schedule, model), 1);
        var (best, found) = (search.Best.Makespan, 0L);
        for (var steps = 1; steps <= 300; steps++)
        {
            search.Step();
            if (search.Best.Makespan < best) (best, found) = (search.Best.Makespan, steps);
            Assert.That(search.FoundAfter, Is.EqualTo(found));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(-7)]
    public void Improve_SeveralSearches_GivesTheBestThatWasFoundFirst(int seed)
    {
        var (schedule, model) = JobShop();
        var searches = Enumerable.Range(0, 3).Select(i => new MemeticSearch(model, ImprovementPlaces.From(schedule, model), (seed * 397) + i)).ToList();
        foreach (var search in searches)
        {
            for (var steps = 0; steps < 64; steps++) search.Step();
        }

        var expected = searches.OrderBy(search => search.Best.Makespan).ThenBy(search => search.FoundAfter).First().Best;
        var improved = schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 64, Searches = 3, Seed = seed });
        Assert.That(improved.Tasks, Is.EqualTo(ImprovementPlaces.ToSchedule(schedule, model, expected).Tasks));
    }

    [Test]
    public void Improve_TimeBudget_IsTheOneThatIsGiven() => Assert.That(() => JobShop().Schedule.Improve(TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("TimeBudget"));

    [TestCase(1, false)]
    [TestCase(64, false)]
    [TestCase(65, true)]
    public void Improve_Searches_AreBounded(int searches, bool isRefused) =>
        Assert.That(() => JobShop().Schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 0, Searches = searches }), isRefused ? Throws.InstanceOf<ArgumentOutOfRangeException>() : Throws.Nothing);

    private static (Schedule Schedule, ImprovementModel Model) JobShop()
    {
        var tasks = Ft06.SelectMany((job, j) => job.Chunk(2).Select((step, s) => new TaskNode($"j{j}.{s}", $"m{step[0]}") { Estimate = step[1], DependsOn = s == 0 ? [] : [$"j{j}.{s - 1}"] })).ToArray();
        var schedule = Models.Schedule(tasks, [.. Enumerable.Range(0, 6).Select(i => new Agent($"m{i}") { Types = [$"m{i}"] })]);
        return (schedule, new ImprovementModel(schedule));
    }
}
