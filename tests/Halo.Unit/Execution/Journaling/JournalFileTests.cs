using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>When records are forced onto the disk.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalFileTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly byte[] Line = "line\n"u8.ToArray();

    private TemporaryFolder _folder = null!;
    private WatchedFile _disk = null!;

    [SetUp]
    public void OpenFile()
    {
        _folder = new TemporaryFolder();
        _disk = new WatchedFile(_folder.File("j"));
    }

    [TearDown]
    public void CloseFile()
    {
        _disk.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Write_WithoutSync_NeverForcesTheDisk()
    {
        Write(new JournalFile(_disk, null, TimeProvider.System), lines: 3).Complete();
        Assert.That((_disk.Syncs, _disk.Length), Is.EqualTo((0, 15)));
    }

    [Test]
    public void Write_SyncOfZero_ForcesEachLineBeforeItReturns()
    {
        using var file = new JournalFile(_disk, TimeSpan.Zero, TimeProvider.System);
        Assert.That(Enumerable.Range(0, 3).Select(_ => { file.Write(Line); return _disk.SyncedLength; }), Is.EqualTo(new[] { 5, 10, 15 }));
    }

    [Test]
    public void Write_Interval_ForcesAllLinesOfItTogether()
    {
        var time = new ManualTime();
        using var file = Write(new JournalFile(_disk, Interval, time), lines: 3);
        time.Elapse(Interval);
        Assert.That((_disk.Syncs, _disk.SyncedLength), Is.EqualTo((1, 15)));
    }

    [Test]
    public void Write_IntervalThatIsNotOver_ForcesNothingYet()
    {
        using var file = Write(new JournalFile(_disk, Interval, new ManualTime()), lines: 3);
        Assert.That(_disk.Syncs, Is.Zero);
    }

    [Test]
    public void Write_NextInterval_IsForcedToo()
    {
        var time = new ManualTime();
        using var file = Write(new JournalFile(_disk, Interval, time), lines: 1);
        time.Elapse(Interval);
        Write(file, lines: 1);
        time.Elapse(Interval);
        Assert.That((_disk.Syncs, _disk.SyncedLength), Is.EqualTo((2, 10)));
    }

    [Test]
    public void Complete_BeforeTheIntervalIsOver_ForcesTheRest()
    {
        using var file = Write(new JournalFile(_disk, Interval, new ManualTime()), lines: 2);
        file.Complete();
        Assert.That(_disk.SyncedLength, Is.EqualTo(10));
    }

    [Test]
    public void Write_BehindAnIntervalThatFailed_Throws()
    {
        var time = new ManualTime();
        using var file = Write(new JournalFile(_disk, Interval, time), lines: 1);
        _disk.IsBroken = true;
        time.Elapse(Interval);
        Assert.That(() => file.Write(Line), Throws.TypeOf<IOException>().With.Message.Contains("forced onto the disk: broken"));
    }

    [Test]
    public void Write_ManyThreads_ForcesEachLineBeforeItReturns()
    {
        using var file = new JournalFile(_disk, TimeSpan.Zero, TimeProvider.System);
        var early = 0;
        Parallel.For(0, 200, _ =>
        {
            file.Write(Line);
            if (_disk.SyncedLength < 5) Interlocked.Increment(ref early);
        });
        Assert.That((early, _disk.SyncedLength, _disk.Syncs <= 200), Is.EqualTo((0, 1000, true)));
    }

    [TestCase(0)]
    [TestCase(500)]
    public async Task Run_JournalSync_ResumesLikeAnyOther(int milliseconds)
    {
        var plan = Plan(Task("1"), Task("2", "1"));
        var options = new RunOptions { Journal = _folder.File("run"), JournalSync = TimeSpan.FromMilliseconds(milliseconds) };
        await Run(plan, Handlers(plan), options);
        Assert.That((await Run(plan, Handlers(plan), options))["2"].Reason, Is.EqualTo(OutcomeReason.Resumed));
    }

    private static JournalFile Write(JournalFile file, int lines)
    {
        for (var i = 0; i < lines; i++) file.Write(Line);
        return file;
    }

    private sealed class WatchedFile(string path) : FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
    {
        private long _synced;

        public int Syncs { get; private set; }

        public bool IsBroken { get; set; }

        /// <summary>How long the file was at the beginning of the last sync.</summary>
        public int SyncedLength => (int)Interlocked.Read(ref _synced);

        public override void Flush(bool flushToDisk)
        {
            if (!flushToDisk) return;
            if (IsBroken) throw new IOException("broken");
            var length = Length;
            Syncs++;
            Interlocked.Exchange(ref _synced, length);
        }
    }
}
