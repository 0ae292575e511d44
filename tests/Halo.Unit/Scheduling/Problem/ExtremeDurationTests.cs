namespace Halo.Unit.Scheduling;

/// <summary>The shortest and longest times that an input may give: no sum of them overflows, and nothing hangs on them.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExtremeDurationTests
{
    private static readonly double[] Seconds = [0, double.Epsilon, 1e-9, 1, 999_999_999.5, TaskEstimate.MaxSeconds];
    private static readonly double[] Speeds = [0.01, 1, Agent.MaxSpeed];

    [Test]
    public void Schedule_RandomExtremes_AreFiniteAndNotBelowTheBound([Values] AgentSelection selection)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var schedule = Scheduler.Schedule(RandomPlan(seed), new ScheduleOptions { Selection = selection });
            Assert.That(schedule.Makespan < TimeSpan.MaxValue && double.IsFinite(schedule.Cost) && schedule.LowerBound <= schedule.Makespan, $"seed {seed}");
        }
    }

    [Test]
    public void Improve_RandomExtremes_IsNeverLonger()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var schedule = Scheduler.Schedule(RandomPlan(seed), new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
            var improved = schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 100, Searches = 1 });
            Assert.That(improved.Makespan, Is.LessThanOrEqualTo(schedule.Makespan), $"seed {seed}");
        }
    }

    [Test]
    public void WriteTo_RandomExtremes_WritesEveryFormat([Values] ScheduleFormat format)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            using var stream = new MemoryStream();
            Scheduler.Schedule(RandomPlan(seed)).WriteTo(stream, format);
            Assert.That(stream.Length, Is.GreaterThan(0), $"seed {seed}");
        }
    }

    [Test]
    public void Value_ZeroLongestAndShortest_IsFinite()
    {
        // Weights of agents times such seconds were neither below nor above infinity, and no option was the lightest.
        var tasks = new[] { Task("a", 0, 1e9), Task("b", double.Epsilon, 1e9), Task("c", 1e9, double.Epsilon) };
        var schedule = Scheduler.Schedule(Problems.Plan(tasks, [Worker("x"), Worker("y")]), new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        Assert.That(schedule.LowerBound, Is.InRange(TimeSpan.Zero, schedule.Makespan));
    }

    [Test]
    public void Schedule_DefaultEstimateThatAddsUpToTooMuch_IsRefused() =>
        Assert.That(
            () => Scheduler.Schedule(Problems.Plan([new TaskNode("a", "x")], [Worker("x") with { Speed = Agent.MinSpeed }]), new ScheduleOptions { DefaultEstimate = 1e9.Seconds() }),
            Throws.TypeOf<ArgumentException>().With.Message.StartsWith("DefaultEstimate makes all tasks together take more than 900000000000 seconds."));

    private static RoutingPlan RandomPlan(int seed)
    {
        var random = new Random(seed);
        Agent[] agents = [.. Enumerable.Range(0, 3).Select(i => Worker($"a{i}") with { Speed = Pick(random, Speeds), Cost = Pick(random, [0, 1, Agent.MaxCost]), MaxConcurrentTasks = random.Next(1, 3) })];
        TaskNode[] tasks = [.. Enumerable.Range(0, 8).Select(i => new TaskNode($"t{i}", "x")
        {
            DependsOn = [.. Enumerable.Range(0, i).Where(_ => random.Next(4) == 0).Select(dependency => $"t{dependency}")],
            Estimate = random.Next(2) == 0
                ? TaskEstimate.FromSeconds(Pick(random, Seconds))
                : TaskEstimate.FromSeconds(agents.ToDictionary(agent => agent.Name, _ => Pick(random, Seconds))),
        })];
        return Problems.Plan(tasks, agents);
    }

    private static double Pick(Random random, double[] figures) => figures[random.Next(figures.Length)];

    private static Agent Worker(string name) => new(name) { Types = ["x"] };

    private static TaskNode Task(string id, double x, double y) => new(id, "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["x"] = x, ["y"] = y }) };
}
