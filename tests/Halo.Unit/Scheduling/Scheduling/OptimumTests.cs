namespace Halo.Unit.Scheduling;

/// <summary>Small random problems whose optimum is known from brute force.</summary>
[TestFixture, Category("Unit")]
public sealed class OptimumTests
{
    private const int Problems = 200;

    private static readonly (Schedule Schedule, double Optimum)[] Solved = [.. Enumerable.Range(1, Problems).AsParallel().AsOrdered().Select(Solve)];

    [Test]
    public void Schedule_SmallProblem_IsNeverBelowTheOptimum() =>
        Assert.That(Solved.Where(one => one.Schedule.MakespanSeconds < one.Optimum - 1e-9), Is.Empty);

    [Test]
    public void LowerBound_SmallProblem_IsNeverAboveTheOptimum() =>
        Assert.That(Solved.Where(one => one.Schedule.LowerBoundSeconds > one.Optimum + 1e-9), Is.Empty);

    [Test]
    public void LowerBound_SmallProblem_IsTheOptimumMoreOftenThanNot() =>
        Assert.That(Solved.Count(one => one.Schedule.LowerBoundSeconds >= one.Optimum - 1e-9), Is.GreaterThan(Problems / 2));

    [Test]
    public void Improve_SmallProblem_FindsTheOptimumInNinetyNineOfHundred()
    {
        var improved = Solved.AsParallel().Select(one => (one.Optimum, one.Schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 5_000, Searches = 1 }).MakespanSeconds)).ToList();
        Assert.That(improved.Count(one => Math.Abs(one.MakespanSeconds - one.Optimum) < 1e-9), Is.GreaterThanOrEqualTo(Problems * 99 / 100));
    }

    private static (Schedule Schedule, double Optimum) Solve(int seed)
    {
        var random = new Random(seed);
        var agents = Enumerable.Range(0, random.Next(1, 4)).Select(i => new Agent($"agent{i}")
        {
            Types = i == 0 ? ["a", "b"] : random.Next(2) == 0 ? ["a"] : ["b"],
            MaxConcurrentTasks = random.Next(1, 3),
            Speed = random.Next(1, 4),
        }).ToArray();
        var tasks = new TaskNode[seed % 20 == 0 ? 9 : random.Next(3, 8)];
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = new TaskNode($"t{i}", random.Next(2) == 0 ? "a" : "b")
            {
                DependsOn = [.. Enumerable.Range(0, i).Where(_ => random.Next(4) == 0).Select(j => $"t{j}")],
                Estimate = random.Next(0, 10).Seconds(),
            };
        }

        var plan = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(agents)).Route(tasks);
        var schedule = Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        return (schedule, new OptimalSchedule(tasks, agents).Makespan());
    }
}
