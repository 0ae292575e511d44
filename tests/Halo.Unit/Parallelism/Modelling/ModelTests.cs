using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

/// <summary>The model against a simulation that shares no code with it.</summary>
[TestFixture, Category("Unit")]
public sealed class ModelTests
{
    private const int Draws = 12;

    [Test]
    public void FinishTime_RandomWork_IsThatOfTheSimulation()
    {
        var errors = new List<(double Error, string Case)>();
        for (var seed = 0; seed < 300; seed++)
        {
            var work = new RandomWork(seed);
            var workers = Math.Min(work.Count, work.Pick([1, 2, 3, 4, 8, 16]));
            var batch = Math.Min(work.Count, work.Pick([1, 1, 2, 4, 8]));
            var predicted = Predict(work, workers, batch);
            var simulated = work.Simulate(workers, batch, Draws);
            errors.Add((Math.Abs((predicted / simulated) - 1), $"seed {seed}: {workers} workers, batches of {batch}: predicted {predicted:0.00}, simulated {simulated:0.00} for {work.Profile} {work.Limits.Processors}"));
        }

        errors.Sort((one, other) => other.Error.CompareTo(one.Error));
        TestContext.Out.WriteLine(string.Join('\n', errors.Take(8)));
        TestContext.Out.WriteLine($"median {errors[150].Error:0.000}, 95th percentile {errors[15].Error:0.000}");
        Assert.That((errors[0].Error < 0.6, errors[15].Error < 0.25, errors[150].Error < 0.06), Is.EqualTo((true, true, true)), "most, 95th percentile, median");
    }

    [Test]
    public void Best_RandomWork_IsNoMuchSlowerThanTheBestOfAllInTheSimulation()
    {
        var losses = new List<(double Loss, string Case)>();
        for (var seed = 0; seed < 40; seed++)
        {
            var work = new RandomWork(seed);
            var best = WorkerSearch.Best(work.Profile, work.Limits, new SearchSpace(work.Count, 16, 100, work.Spawn, work.Spawn, 16));
            var chosen = work.Simulate(best.Workers, best.BatchSize, 6);
            var (all, workers) = Enumerable.Range(1, Math.Min(16, work.Count)).Select(workers => (Time: work.Simulate(workers, best.BatchSize, 6), workers)).Min();
            losses.Add(((chosen / all) - 1, $"seed {seed}: {best} takes {chosen:0.00}, {workers} workers take {all:0.00} for {work.Profile} {work.Limits.Processors}"));
        }

        losses.Sort((one, other) => other.Loss.CompareTo(one.Loss));
        TestContext.Out.WriteLine(string.Join('\n', losses.Take(5)));
        Assert.That((losses[0].Loss < 0.2, losses[20].Loss < 0.05), Is.EqualTo((true, true)), "most, median");
    }

    [TestCase(1, 0, 2, 5, TestName = "ItemSeconds_CalculationsBeyondTheProcessors_ShareThem")]
    [TestCase(0, 1, 2, 1, TestName = "ItemSeconds_WaitingBeyondTheProcessors_CostsNothing")]
    public void ItemSeconds_TenAtOnce(double cpu, double wait, int processors, double expected) =>
        Assert.That(new Throughput(new WorkProfile { ItemSeconds = cpu + wait, CpuShare = cpu / (cpu + wait) }, new MachineCapacity { Processors = processors }).ItemSeconds(10), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void ItemSeconds_OfOne_IsTheItemAlone([Values(0, 0.1, 0.5, 0.999999, 1)] double share) =>
        Assert.That(new Throughput(new WorkProfile { ItemSeconds = 3, CpuShare = share }, new MachineCapacity { Processors = 2 }).ItemSeconds(1), Is.EqualTo(3).Within(1e-9));

    [Test]
    public void ItemSeconds_OfTheMeasuredNumber_IsTheMeasuredTime([Values(0.1, 1)] double share) =>
        Assert.That(new Throughput(new WorkProfile { ItemSeconds = 1, CpuShare = share, Together = 2, TogetherSeconds = 1.4 }, new MachineCapacity { Processors = 2 }).ItemSeconds(2), Is.EqualTo(1.4).Within(0.05));

    [Test]
    public void ItemSeconds_ManyWorkersAndHardlyAnyWait_IsFinite() =>
        Assert.That(new Throughput(new WorkProfile { ItemSeconds = 1, CpuShare = 1 - 1e-9 }, new MachineCapacity { Processors = 2 }).ItemSeconds(1_024), Is.EqualTo(512).Within(0.01));

    [Test]
    public void ItemSeconds_Quota_BoundsTheProcessors() =>
        Assert.That(new Throughput(new WorkProfile { ItemSeconds = 1 }, new MachineCapacity { Processors = 8, CpuQuota = 1.5 }).ItemSeconds(3), Is.EqualTo(2).Within(1e-9));

    private static double Predict(RandomWork work, int workers, int batch) =>
        FinishTime.Of(work.Profile, new Throughput(work.Profile, work.Limits), work.Count, workers, batch, work.Spawn);
}
