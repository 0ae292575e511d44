using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

/// <summary>Sampling and running: every item once, in order, whatever the sequence is.</summary>
[TestFixture, Category("Unit")]
public sealed class AdvisorTests
{
    private readonly ParallelismAdvisor _advisor = new(new AdvisorOptions { SampleTime = TimeSpan.FromMilliseconds(5) }, new SpawnCostMeter(new SpawnCostOptions { Samples = 3 }));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(1_000)]
    public void Run_OneShotSequence_DoesEachItemOnceInOrder(int count)
    {
        var (calls, enumerations) = (new int[count], 0);
        var outcome = _advisor.Run(OneShot(), item => Interlocked.Increment(ref calls[item]) * item);
        Assert.That((outcome.Results.SequenceEqual(Enumerable.Range(0, count)), calls.All(call => call == 1), enumerations), Is.EqualTo((true, true, 1)));

        IEnumerable<int> OneShot()
        {
            enumerations++;
            for (var item = 0; item < count; item++) yield return item;
        }
    }

    [TestCase(1, 1)]
    [TestCase(4, 1)]
    [TestCase(4, 7)]
    [TestCase(9, 1_000)]
    public void BatchRunner_AnyWorkersAndBatches_DoesEachItemOnceInOrder(int workers, int batchSize)
    {
        var calls = new int[500];
        using var source = new ItemSource<int>(Enumerable.Range(0, calls.Length));
        var results = BatchRunner.Run(source, item => Interlocked.Increment(ref calls[item]) * item, Advice(workers, batchSize), default);
        Assert.That((results.SequenceEqual(Enumerable.Range(0, calls.Length)), calls.All(call => call == 1)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Advise_ThenRest_AreAllItemsWithoutOverlap()
    {
        using var work = _advisor.Advise(Enumerable.Range(0, 200).Where(_ => true), item => item);
        Assert.That(work.Sampled.Concat(work.Rest), Is.EqualTo(Enumerable.Range(0, 200)));
    }

    [Test]
    public void Advise_LazySequence_IsReadNoFurtherThanTheSample()
    {
        var read = 0;
        using var work = _advisor.Advise(Enumerable.Range(0, int.MaxValue).Select(item => read = item), item => item);
        Assert.That(work.Sampled, Has.Count.EqualTo(read + 1));
    }

    [Test]
    public void Advise_KnownCount_LeavesMostOfTheWork()
    {
        using var work = _advisor.Advise(new int[80], item => item);
        Assert.That(work.Sampled, Has.Count.LessThanOrEqualTo(30));
    }

    [Test]
    public async Task RunAsync_AsynchronousSequence_DoesEachItemOnceInOrder() =>
        Assert.That((await _advisor.RunAsync(Numbers(50), item => item)).Results, Is.EqualTo(Enumerable.Range(0, 50)));

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(77)]
    public void Run_FunctionThatThrows_ThrowsItAndClosesTheSequence(int place)
    {
        var isClosed = false;
        Assert.That(() => _advisor.Run(Closing(), item => item == place ? throw new FormatException("the item") : item), Throws.TypeOf<FormatException>().With.Message.EqualTo("the item"));
        Assert.That(isClosed);

        IEnumerable<int> Closing()
        {
            try
            {
                for (var item = 0; item < 100; item++) yield return item;
            }
            finally
            {
                isClosed = true;
            }
        }
    }

    [Test]
    public void BatchRunner_SeveralFailures_ThrowsThatOfTheFirstItem()
    {
        using var begin = new Barrier(4);
        using var source = new ItemSource<int>(Enumerable.Range(0, 4));
        Assert.That(() => BatchRunner.Run<int, int>(source, item =>
        {
            begin.SignalAndWait();
            throw new FormatException($"item {item}");
        }, Advice(4, 1), default), Throws.TypeOf<FormatException>().With.Message.EqualTo("item 0"));
    }

    [TestCase(2)]
    [TestCase(90)]
    public void Run_SequenceThatThrows_ThrowsIt(int place) =>
        Assert.That(() => _advisor.Run(Enumerable.Range(0, 100).Select(item => item == place ? throw new InvalidDataException() : item), item => item), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void Run_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.That(() => _advisor.Run(Enumerable.Range(0, int.MaxValue).Select(item => item), item =>
        {
            if (item == 50) cancellation.Cancel();
            return item;
        }, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Options_OutOfRange_AreAllNamed() =>
        Assert.That(() => new ParallelismAdvisor(new AdvisorOptions { MaxWorkers = 0, MaxSamples = 0, MinimumGain = double.NaN }), Throws.ArgumentException.With.Message.Contains("MaxWorkers").And.Message.Contains("MaxSamples").And.Message.Contains("MinimumGain"));

    [Test]
    public void CommandAdvisor_OptionsOutOfTheirRanges_NamesEach() => Assert.That(
        () => CommandAdvisor.Of(new ChildCommand(["true"], TimeSpan.FromSeconds(1)), new AdvisorOptions { MaxWorkers = 0, MinimumGain = 0.5 }),
        Throws.ArgumentException.With.Message.StartsWith("MaxWorkers is 0; it must be from 1 to 1024. MinimumGain is 0.5; it must be at least 1."));

    private static Advice Advice(int workers, int batchSize) => new()
    {
        Workers = workers,
        BatchSize = batchSize,
        Method = SpawnMethod.DedicatedThread,
        SerialSeconds = 1,
        PredictedSeconds = 1,
        Reason = "",
        Profile = new WorkProfile { ItemSeconds = 1 },
        SpawnCost = SpawnCost.Typical(SpawnMethod.DedicatedThread, ""),
        Capacity = new MachineCapacity { Processors = 1 },
    };

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var item = 0; item < count; item++)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
