using System.Diagnostics;
using Halo.NUnit;

namespace Halo.Unit.NUnit.Signals;

/// <summary>Readings of the real machine; only what must hold on any.</summary>
[TestFixture, Category("Unit")]
public sealed class SignalsTests
{
    private static readonly Machine Machine = Machine.Create(null, null);

    [Test]
    public void Create_OnLinux_HasSignals()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/proc/thread-self/schedstat")) Assert.Ignore("The system does not tell.");
        Assert.That(Machine.Signals.HasSignals);
    }

    [Test]
    public void Readings_AroundWork_HoldItsTimes()
    {
        var start = Machine.Signals.Begin();
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 5)
        {
        }

        var inside = clock.Elapsed.TotalMilliseconds;
        var sample = Machine.Signals.End().Since(start, 1);
        Assert.That(sample.WallMs, Is.GreaterThanOrEqualTo(inside));
        Assert.That(sample.NetMs, Is.GreaterThan(0).And.LessThanOrEqualTo(sample.WallMs + 1));
    }

    [Test]
    public void Readings_OfAThread_WallIsWorkAndWaiting()
    {
        if (!Machine.Signals.HasSignals) Assert.Ignore("The system does not tell.");
        var start = Machine.Signals.Begin();
        new ThroughputYardstick().Run();
        var sample = Machine.Signals.End().Since(start, 1);
        Assert.That(sample.CpuMs + sample.RunDelayMs, Is.LessThanOrEqualTo(sample.WallMs + 1), "The three belong to one moment.");
    }

    [Test]
    public void Readings_Themselves_AllocateNothing()
    {
        Machine.Signals.End().Since(Machine.Signals.Begin(), 1);
        var start = Machine.Signals.Begin();
        Assert.That(Machine.Signals.End().Since(start, 1).Bytes, Is.Zero);
    }

    [Test]
    public void Readings_AroundAnArray_HoldItsBytes()
    {
        var start = Machine.Signals.Begin();
        var array = new byte[10_000];
        var sample = Machine.Signals.End().Since(start, 1);
        Assert.That(sample.Bytes, Is.InRange(10_000, 10_100));
        GC.KeepAlive(array);
    }

    [Test]
    public void Since_EarlierFigureAboveTheLater_IsZero() =>
        Assert.That(new MachineReading { OthersRunDelay = 1 }.Since(new MachineReading { OthersRunDelay = 5_000_000 }, 1).OthersRunDelayMs, Is.Zero);

    [Test]
    public void Yardstick_EachRun_EndsSomewhereElse()
    {
        var yardstick = new ThroughputYardstick();
        var results = Enumerable.Range(0, 5).Select(_ =>
        {
            yardstick.Run();
            return yardstick.Result;
        });
        Assert.That(results.ToArray(), Is.Unique);
    }

    [Test]
    public void SlowdownOf_FasterRun_BecomesTheReference()
    {
        var reference = new YardstickReference(null);
        Assert.That(new[] { 2.0, 3, 1, 2 }.Select(reference.SlowdownOf), Is.EqualTo(new[] { 1.0, 1.5, 1, 2 }));
    }

    [Test]
    public void SlowdownOf_KnownReference_CountsFromTheFirstRun() => Assert.That(new YardstickReference(1).SlowdownOf(2), Is.EqualTo(2));

    [Test]
    public void SlowdownOf_KnownReferenceThatCannotBe_IsNotBelieved()
    {
        var reference = new YardstickReference(1);
        Assert.That((reference.SlowdownOf(4), reference.SlowdownOf(6), reference.IsBelieved), Is.EqualTo((1.0, 1.5, false)));
    }

    [Test]
    public void MachineTimes_OfAStatisticsFile_AreWorkAndSteal()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "stat");
        File.WriteAllText(path, "cpu  1 2 3 100 50 4 5 6 7 8\ncpu0 1\n");
        Assert.That(MachineTimes.Read(path), Is.EqualTo(new MachineTimes(150_000_000, 60_000_000)));
    }

    [TestCase("nothing here")]
    [TestCase(null)]
    public void MachineTimes_OfAnUnreadableFile_AreZero(string? text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "stat");
        if (text is not null) File.WriteAllText(path, text);
        Assert.That(MachineTimes.Read(path), Is.EqualTo(default(MachineTimes)));
    }

    [Test]
    public void ProcFigures_Line_IsReadInOrder()
    {
        var figures = new ProcFigures("cpu  12 0 345\n"u8);
        Assert.That((figures.Next(), figures.Next(), figures.Next()), Is.EqualTo((12, 0, 345)));
    }

    [Test]
    public void ProcFigures_TooFew_IsAFormatFault() => Assert.That(() => new ProcFigures("cpu x"u8).Next(), Throws.InstanceOf<FormatException>());
}
