using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

[TestFixture, Category("Unit")]
public sealed class AdviceMakerTests
{
    private static readonly WorkProfile Calculation = new() { Count = 100, ItemSeconds = 0.01, Together = 2, TogetherSeconds = 0.01, Samples = 10 };

    [Test]
    public void Calculations_GetAsManyWorkersAsProcessors() => Assert.That(Of(Calculation, processors: 4).Workers, Is.EqualTo(4));

    [Test]
    public void WaitingWork_GetsMoreWorkersThanProcessors() => Assert.That(Of(Calculation with { CpuShare = 0.01 }, processors: 2).Workers, Is.GreaterThan(8));

    [Test]
    public void MemoryPerWorker_BoundsTheWorkers() =>
        Assert.That(Of(Calculation, processors: 8, memory: 1000, options: new AdvisorOptions { MemoryPerWorker = 300 }), Has.Property("Workers").EqualTo(3).And.Property("Notes").Member("Memory allows 3 workers."));

    [Test]
    public void MaxWorkers_BoundsTheWorkers() => Assert.That(Of(Calculation, processors: 8, options: new AdvisorOptions { MaxWorkers = 2 }).Workers, Is.EqualTo(2));

    [Test]
    public void TinyItems_GoInBatches() => Assert.That(Of(Calculation with { Count = 1_000_000, ItemSeconds = 1e-6, TogetherSeconds = 1e-6, HandOverSeconds = 1e-6 }, processors: 2).BatchSize, Is.GreaterThan(16));

    [Test]
    public void UnevenItems_GoInSmallerBatchesThanEvenOnes()
    {
        var profile = Calculation with { ItemSeconds = 0.001, TogetherSeconds = 0.001, Count = 400, HandOverSeconds = 1e-5 };
        Assert.That(Of(profile with { Deviation = 0.002 }, 4).BatchSize, Is.LessThan(Of(profile, 4).BatchSize));
    }

    [Test]
    public void NoRealProcessors_IsSerialAndSaysSo() =>
        Assert.That(Of(Calculation with { TogetherSeconds = 0.0195 }, 2), Has.Property("IsParallel").False.And.Property("Reason").EqualTo("2 items at once get only 1.03 times as much done as one: they take each other's processors, memory or locks."));

    [Test]
    public void LittleWork_IsSerialAndSaysSo() =>
        Assert.That(Of(Calculation with { Count = 10, ItemSeconds = 1e-7, TogetherSeconds = 1e-7 }, 2).Reason, Is.EqualTo("All of it takes 1 µs, and starting another worker costs 10 µs."));

    [Test]
    public void SlowSource_IsSerialAndSaysSo() =>
        Assert.That(Of(Calculation with { SourceSeconds = 0.2 }, 2).Reason, Is.EqualTo("Fetching an item takes 200 ms and doing it 10 ms: the source is what bounds the pace."));

    [TestCase(0)]
    [TestCase(1)]
    public void NothingToShare_IsSerialAndSaysSo(int count) => Assert.That(Of(Calculation with { Count = count }, 2), Has.Property("Workers").EqualTo(1).And.Property("Reason").StartsWith("There is nothing left"));

    [Test]
    public void UnknownCount_IsAssumedAndSaid() => Assert.That(Of(Calculation with { Count = null }, 2).Notes, Has.Member("The number of items is not known: 1000 are assumed."));

    [Test]
    public void UnknownGain_IsAssumedAndSaid() => Assert.That(Of(Calculation with { Together = 1, TogetherSeconds = null }, 2).Notes, Has.Some.Contains("full gain is assumed"));

    [Test]
    public void TypicalSpawnCost_IsSaid()
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, _ => null);
        var meter = new SpawnCostMeter([probe, new FakeProbe(SpawnMethod.DedicatedThread, _ => null)], new SpawnCostOptions(), probe);
        Assert.That(AdviceMaker.Of(Calculation, new MachineCapacity { Processors = 2 }, meter, new AdvisorOptions()).Notes, Has.Some.StartsWith("What starting a worker costs is a typical figure"));
    }

    [Test]
    public void MinimumGain_NotReached_IsSerial() => Assert.That(Of(Calculation, 2, options: new AdvisorOptions { MinimumGain = 2.5 }), Has.Property("Workers").EqualTo(1).And.Property("PredictedSpeedup").EqualTo(1));

    [Test]
    public void MoreWorkersThanThePoolHas_AreThreads() => Assert.That(Of(Calculation with { CpuShare = 0 }, 2).Method, Is.EqualTo(SpawnMethod.DedicatedThread));

    private static Advice Of(WorkProfile profile, int processors, long? memory = null, AdvisorOptions? options = null)
    {
        var probe = new FakeProbe(SpawnMethod.ThreadPool, _ => 0.01);
        var meter = new SpawnCostMeter([probe, new FakeProbe(SpawnMethod.DedicatedThread, _ => 0.1)], new SpawnCostOptions(), probe);
        return AdviceMaker.Of(profile with { Together = profile.TogetherSeconds is null ? 1 : processors }, new MachineCapacity { Processors = processors, AvailableMemory = memory }, meter, options ?? new AdvisorOptions());
    }
}
