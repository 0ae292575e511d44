namespace Halo.Unit.Scheduling.Improving;

[TestFixture, Category("Unit")]
public sealed class ScheduleImproverTests
{
    private static readonly ImproveOptions ThousandMoves = new() { TimeBudget = null, Iterations = 1_000 };

    [Test]
    public void Improve_SameSeedAndMoves_GivesTheSameSchedule()
    {
        var first = JobShop().Improve(ThousandMoves).Tasks.ToList();
        Assert.That(JobShop().Improve(ThousandMoves).Tasks, Is.EqualTo(first));
    }

    [Test]
    public void Improve_JobShop_IsShorter() => Assert.That(JobShop().Improve(ThousandMoves).Makespan, Is.LessThan(JobShop().Makespan));

    [Test]
    public void Improve_NoMoves_ReturnsTheSchedule()
    {
        var schedule = JobShop();
        Assert.That(schedule.Improve(ThousandMoves with { Iterations = 0 }), Is.SameAs(schedule));
    }

    [Test]
    public void Improve_Cancelled_ReturnsTheScheduleInsteadOfThrowing()
    {
        var schedule = JobShop();
        Assert.That(schedule.Improve(TimeSpan.FromMinutes(5), cancellationToken: new CancellationToken(canceled: true)), Is.SameAs(schedule));
    }

    [Test]
    public void Improve_CancelledOnTheWay_ReturnsTheBestSoFar()
    {
        using var cancellation = new CancellationTokenSource();
        var schedule = JobShop();
        var improved = schedule.Improve(new ImproveOptions { TimeBudget = TimeSpan.FromMinutes(5) }, new Listener(_ => cancellation.Cancel()), cancellation.Token);
        Assert.That(improved.Makespan, Is.LessThan(schedule.Makespan));
    }

    [Test]
    public void Improve_Optimal_ReturnsItAtOnce()
    {
        var plan = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("worker") { Types = ["work"] })).Route([new TaskNode("a", "work")]);
        var schedule = Scheduler.Schedule(plan);
        Assert.That(schedule.Improve(TimeSpan.FromMinutes(5)), Is.SameAs(schedule));
    }

    [Test]
    public void Improve_Progress_NeverGoesBack()
    {
        var makespans = new List<double>();
        JobShop().Improve(ThousandMoves, new Listener(progress => makespans.Add(progress.Makespan.TotalSeconds)));
        Assert.That(makespans, Is.Not.Empty.And.Ordered.Descending);
    }

    [Test]
    public void Improve_PlansAgents_KeepsThem()
    {
        var schedule = JobShop(AgentSelection.FirstRule);
        Assert.That(AgentsOf(schedule.Improve(ThousandMoves)), Is.EqualTo(AgentsOf(schedule)));
    }

    [Test]
    public void Improve_Cheapest_CostsNoMore() =>
        Assert.That(JobShop(AgentSelection.Cheapest).Improve(ThousandMoves).Cost, Is.LessThanOrEqualTo(JobShop(AgentSelection.Cheapest).Cost));

    [Test]
    public void Improve_Schedule_KeepsItsLowerBound() => Assert.That(JobShop().Improve(ThousandMoves).LowerBound, Is.EqualTo(JobShop().LowerBound));

    [TestCase(0.0, 1L, 1)]
    [TestCase(1.0, -1L, 1)]
    [TestCase(1.0, 1L, 0)]
    [TestCase(null, null, 1)]
    public void Improve_WrongOptions_AreRefused(double? seconds, long? iterations, int searches)
    {
        var options = new ImproveOptions { TimeBudget = seconds is { } budget ? TimeSpan.FromSeconds(budget) : null, Iterations = iterations, Searches = searches };
        Assert.That(() => JobShop().Improve(options), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void Steps_OfTheSearch_AreAllValid()
    {
        var problem = Enumerable.Range(1, 50).Select(seed => RandomSchedule.FromSeed(seed, CapacityMode.Concurrent, AgentSelection.EarliestFinish))
            .MaxBy(one => one.Schedule().ScheduledCount)!;
        var schedule = problem.Schedule();
        var model = new ImprovementModel(schedule);
        var search = new MemeticSearch(model, ImprovementPlaces.From(schedule, model), seed: 1);
        var faults = Enumerable.Range(0, 2_000).Select(_ =>
        {
            search.Step();
            return ScheduleChecker.FaultOf(problem, ImprovementPlaces.ToSchedule(schedule, model, search.Best));
        });
        Assert.That(faults, Has.All.Null);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(-7)]
    public void Improve_SeveralSearches_GivesTheBestThatWasFoundFirst(int seed)
    {
        var schedule = JobShop();
        var model = new ImprovementModel(schedule);
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
    public void Improve_TimeBudget_IsTheOneThatIsGiven() => Assert.That(() => Models.Ft06().Schedule.Improve(TimeSpan.Zero), Throws.ArgumentException.With.Message.Contains("TimeBudget"));

    [TestCase(1, false)]
    [TestCase(64, false)]
    [TestCase(65, true)]
    public void Improve_Searches_AreBounded(int searches, bool isRefused) =>
        Assert.That(() => Models.Ft06().Schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 0, Searches = searches }), isRefused ? Throws.ArgumentException : Throws.Nothing);

    private static Dictionary<string, string> AgentsOf(Schedule schedule) => schedule.Tasks.ToDictionary(task => task.Task, task => task.Agent);

    /// <summary>Twelve jobs of six steps on machines that share the kinds of steps.</summary>
    private static Schedule JobShop(AgentSelection selection = AgentSelection.EarliestFinish)
    {
        var random = new Random(5);
        var machines = Enumerable.Range(0, 6).Select(i => new Agent($"m{i}") { Types = [$"k{i % 4}", $"k{(i + 1) % 4}"], Speed = 1 + (i / 6.0), Cost = i });
        var tasks = Enumerable.Range(0, 12).SelectMany(job => Enumerable.Range(0, 6).Select(step => new TaskNode($"j{job}.{step}", $"k{random.Next(4)}")
        {
            DependsOn = step == 0 ? [] : [$"j{job}.{step - 1}"],
            Estimate = random.Next(1, 20).Seconds(),
        }));
        return Scheduler.Schedule(new HaloRouter(RuleSet.Empty, AgentRegistry.Create(machines)).Route(tasks), new ScheduleOptions { Selection = selection });
    }

    private sealed class Listener(Action<ImproveProgress> hear) : IProgress<ImproveProgress>
    {
        public void Report(ImproveProgress value) => hear(value);
    }
}
