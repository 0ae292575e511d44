using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>When searches end and what they report, by a clock that goes on by a second at every look.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SearchRaceTests
{
    private static readonly Agent Worker = new("a") { Types = ["x"], MaxConcurrentTasks = 2 };

    // The best of these is 6, which is the lower bound; list scheduling gives 7.
    private static readonly TaskNode[] Solvable = [.. new[] { 3, 3, 2, 2, 2 }.Select((seconds, i) => Task($"t{i}", seconds))];

    // Three equal tasks on two slots: the bound is half a second below the best, which list scheduling gives.
    private static readonly TaskNode[] Unsolvable = [Task("a", 1.5), Task("b", 1.5), Task("c", 1.5)];

    [TestCase(16L, "16")]
    [TestCase(40L, "16 32 40")]
    [TestCase(1L, "1")]
    public void Run_Moves_AreMadeInBatchesUpToTheirNumber(long iterations, string reported) =>
        Assert.That(Iterations(Run(Unsolvable, new ImproveOptions { TimeBudget = null, Iterations = iterations, TimeProvider = new CountingTime(1) })), Is.EqualTo(reported));

    [TestCase(5.0, "16 32")]
    [TestCase(5.5, "16 32 48")]
    public void Run_TimeBudget_EndsWhenItIsOver(double seconds, string reported) =>
        Assert.That(Iterations(Run(Unsolvable, new ImproveOptions { TimeBudget = TimeSpan.FromSeconds(seconds), TimeProvider = new CountingTime(1) })), Is.EqualTo(reported));

    [Test]
    public void Run_NoTimePasses_ReportsNothingButABetterMakespan() =>
        Assert.That(Run(Unsolvable, new ImproveOptions { TimeBudget = null, Iterations = 100, TimeProvider = new CountingTime(0) }), Is.Empty);

    [TestCase(0.1, "16 32 48")]
    [TestCase(0.09, "32")]
    public void Run_NothingBetter_IsReportedTenTimesASecond(double secondsALook, string reported) =>
        Assert.That(Iterations(Run(Unsolvable, new ImproveOptions { TimeBudget = null, Iterations = 48, TimeProvider = new CountingTime(secondsALook) })), Is.EqualTo(reported));

    [Test]
    public void Run_BetterMakespan_IsReportedAtOnce()
    {
        var reports = Run(Solvable, new ImproveOptions { TimeBudget = null, Iterations = 1_000, TimeProvider = new CountingTime(0) });
        Assert.That(reports.Select(report => (report.Makespan.TotalSeconds, report.LowerBound.TotalSeconds, report.Gap, report.Elapsed)), Is.EqualTo(new[] { (6.0, 6.0, 0.0, TimeSpan.Zero) }));
    }

    [Test]
    public void Run_BoundReached_EndsBehindTheBatch()
    {
        var schedule = Models.Schedule(Solvable, [Worker]);
        var (model, reports) = (new ImprovementModel(schedule), new List<ImproveProgress>());
        var search = new MemeticSearch(model, ImprovementPlaces.From(schedule, model), 1);
        new SearchRace(new ImproveOptions { TimeBudget = null, Iterations = 10_000, TimeProvider = new CountingTime(1) }, schedule, new Listener(reports.Add), CancellationToken.None).Run(search);
        Assert.That(reports[^1].Iterations, Is.EqualTo((search.FoundAfter + 15) / 16 * 16));
    }

    [Test]
    public void Run_OtherSearchReachedTheBound_MakesAsManyMovesBeforeItEnds()
    {
        var schedule = Models.Schedule(Solvable, [Worker]);
        var (model, reports) = (new ImprovementModel(schedule), new List<ImproveProgress>());
        var race = new SearchRace(new ImproveOptions { TimeBudget = null, Iterations = 10_000, TimeProvider = new CountingTime(1) }, schedule, new Listener(reports.Add), CancellationToken.None);
        foreach (var seed in new[] { 1, 2, 3 }) race.Run(new MemeticSearch(model, ImprovementPlaces.From(schedule, model), seed));
        Assert.That(Iterations(reports), Is.EqualTo("16 32 48"));
    }

    [Test]
    public void Run_Cancelled_MakesNoMove()
    {
        var schedule = Models.Schedule(Unsolvable, [Worker]);
        var model = new ImprovementModel(schedule);
        var reports = new List<ImproveProgress>();
        new SearchRace(new ImproveOptions(), schedule, new Listener(reports.Add), new CancellationToken(canceled: true)).Run(new MemeticSearch(model, ImprovementPlaces.From(schedule, model), 1));
        Assert.That(reports, Is.Empty);
    }

    [Test]
    public void Improve_NothingScheduled_ReturnsIt()
    {
        var schedule = Models.Schedule([new TaskNode("z", "unknown")], [Worker]);
        Assert.That(schedule.Improve(new ImproveOptions()), Is.SameAs(schedule));
    }

    private static List<ImproveProgress> Run(TaskNode[] tasks, ImproveOptions options)
    {
        var schedule = Models.Schedule(tasks, [Worker]);
        var (model, reports) = (new ImprovementModel(schedule), new List<ImproveProgress>());
        new SearchRace(options, schedule, new Listener(reports.Add), CancellationToken.None).Run(new MemeticSearch(model, ImprovementPlaces.From(schedule, model), 1));
        return reports;
    }

    private static string Iterations(List<ImproveProgress> reports) => string.Join(' ', reports.Select(report => report.Iterations));

    private sealed class Listener(Action<ImproveProgress> hear) : IProgress<ImproveProgress>
    {
        public void Report(ImproveProgress value) => hear(value);
    }

    private sealed class CountingTime(double seconds) : TimeProvider
    {
        private int _looks = -1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (long)(++_looks * seconds * TimeSpan.TicksPerSecond);
    }
}
