using System.Globalization;
using Halo.Formats;

namespace Halo.Unit.Scheduling;

/// <summary>Schedules of published job shops with known bounds, and of recorded workflows on the machines that ran them.</summary>
[TestFixture, Category("RealData")]
public sealed class RealScheduleTests
{
    [TestCase("brandimarte", 20)]
    [TestCase("fattahi", 15)]
    public void Schedule_EarliestFinish_IsNearTheBestKnown(string family, double percent)
    {
        var shops = JobShop.Family(family).Select(shop => shop.ExcessOf(shop.Schedule().Makespan.TotalSeconds)).ToList();
        Assert.That(shops.Average(), Is.LessThanOrEqualTo(percent));
    }

    [TestCase("brandimarte")]
    [TestCase("fattahi")]
    public void LowerBound_OfAJobShop_IsNotAboveTheBestKnown(string family) =>
        Assert.That(JobShop.Family(family).Where(shop => shop.Schedule().LowerBound.TotalSeconds > shop.BestKnown.High), Is.Empty);

    [TestCase("brandimarte", 5)]
    [TestCase("fattahi", 1)]
    public void Improve_JobShop_IsValidAndNearTheBestKnown(string family, double percent)
    {
        var shops = JobShop.Family(family).Select(shop => (shop, schedule: shop.Schedule().Improve(new ImproveOptions { TimeBudget = null, Iterations = 4_000 }))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(shops.Select(one => one.shop.FaultOf(one.schedule)), Has.All.Null);
            Assert.That(shops.Average(one => one.shop.ExcessOf(one.schedule.Makespan.TotalSeconds)), Is.LessThanOrEqualTo(percent));
        });
    }

    [TestCase("brandimarte", 3), TestCase("fattahi", 1), Explicit("Ten seconds for each job shop."), Category("Nightly")]
    public void Improve_JobShopForTenSeconds_IsAtTheBestKnown(string family, double percent)
    {
        var excess = new List<double>();
        foreach (var shop in JobShop.Family(family))
        {
            var first = shop.Schedule();
            var improved = first.Improve(TimeSpan.FromSeconds(10));
            Assert.That(shop.FaultOf(improved), Is.Null);
            excess.Add(shop.ExcessOf(improved.Makespan.TotalSeconds));
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{shop.Name} | {shop.BestKnown.Low}..{shop.BestKnown.High} | {first.LowerBound.TotalSeconds} | {first.Makespan.TotalSeconds} ({shop.ExcessOf(first.Makespan.TotalSeconds):0.0} %) | {improved.Makespan.TotalSeconds} ({excess[^1]:0.0} %)"));
        }

        Assert.That(excess.Average(), Is.LessThanOrEqualTo(percent));
    }

    [Test]
    public void Schedule_RecordedWorkflow_IsValidAndNearTheLowerBound([Values(AgentSelection.FirstRule, AgentSelection.EarliestFinish)] AgentSelection selection)
    {
        foreach (var path in Directory.GetFiles(RealData.Folder("data", "wfinstances"), "*-*-*.json"))
        {
            var file = TaskFiles.Load(path);
            var plan = new HaloRouter(RuleSet.Empty, file.Agents!).Route(file.Graph);
            var schedule = Scheduler.Schedule(plan, new ScheduleOptions { Selection = selection });
            Assert.That(new ScheduleChecker(TasksOf(file.Graph), [], [.. file.Agents!], schedule).Fault(), Is.Null, path);
            Assert.That(schedule.Makespan.TotalSeconds / schedule.LowerBound.TotalSeconds, Is.InRange(1, 1.3), path);
        }
    }

    private static List<TaskNode> TasksOf(TaskGraph graph) => [.. Enumerable.Range(0, graph.Count).Select(task => graph[task])];

    private sealed record JobShop(string Name, TaskFile File, (double Low, double High) BestKnown)
    {
        public static IEnumerable<JobShop> Family(string family)
        {
            var folder = RealData.Folder("data", "fjsp");
            return System.IO.File.ReadLines(Path.Combine(folder, "bounds.csv")).Skip(1).Select(line => line.Split(','))
                .Where(row => row[0].StartsWith(family, StringComparison.Ordinal))
                .Select(row => new JobShop(row[0], TaskFiles.Load(Path.Combine(folder, row[0])), (Number(row[9]), Number(row[10]))));
        }

        public Schedule Schedule() =>
            Scheduler.Schedule(new HaloRouter(RuleSet.Empty, File.Agents!).Route(File.Graph), new ScheduleOptions { Selection = AgentSelection.EarliestFinish });

        /// <summary>Percent above the best known makespan.</summary>
        public double ExcessOf(double makespan) => 100 * ((makespan / BestKnown.High) - 1);

        public string? FaultOf(Schedule schedule) => schedule.Makespan.TotalSeconds < BestKnown.Low
            ? $"{Name}: {schedule.Makespan.TotalSeconds} is below the proven bound {BestKnown.Low}"
            : new ScheduleChecker(TasksOf(File.Graph), [], [.. File.Agents!], schedule).Fault();

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
