using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>A journal that fails at any moment is never lost in silence: the report comes, and names the fault and the tasks.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalFaultTests : FolderFixture
{
    private const int Tasks = 6;

    private static readonly RoutingPlan Chain = Plan([.. Enumerable.Range(0, Tasks).Select(i => i == 0 ? Task("t0") : Task($"t{i}", $"t{i - 1}"))]);

    private string Path => Folder.File("run.journal");

    // Two writes before anything runs: the header and the part.
    [Test]
    public async Task Run_EachWriteFails_StopsAndNamesTheTaskThatIsNotWritten([Range(0, Tasks - 1)] int task, [Values(0, 7)] int writtenBytes)
    {
        var report = await Run(Chain, Handlers(Chain), Broken(failingWrite: task + 2, writtenBytes));
        Assert.Multiple(() =>
        {
            Assert.That((report.End, report.Succeeded, report.CountOf(TaskOutcome.NotRun)), Is.EqualTo((RunEnd.JournalFailed, task + 1, Tasks - task - 1)));
            Assert.That(report.Faults.Single().ToString(), Does.Contain($"run.journal: error HALO404: The journal cannot be written: the disk is full").And.Contain($"are not in it, so that a resume runs them again: 't{task}'."));
        });
    }

    [Test]
    public async Task Resume_AfterAnyWriteFailed_RunsWhatIsNotWrittenAndNothingElse([Range(0, Tasks - 1)] int task, [Values(0, 7)] int writtenBytes)
    {
        await Run(Chain, Handlers(Chain), Broken(failingWrite: task + 2, writtenBytes));
        var report = await Run(Chain, Handlers(Chain), new RunOptions { Journal = Path });
        Assert.That((report.Succeeded, report.Tasks.Count(ended => ended.Reason == OutcomeReason.Resumed), report.Faults.Count), Is.EqualTo((Tasks, task, 0)));
    }

    [Test]
    public async Task Resume_AfterHalfALineThatStays_SaysThatItWasCut()
    {
        await Run(Chain, Handlers(Chain), Broken(failingWrite: 4, writtenBytes: 30, canCut: false));
        var report = await Run(Chain, Handlers(Chain), new RunOptions { Journal = Path });
        Assert.That((report.Succeeded, report.Faults.Single().Code), Is.EqualTo((Tasks, ExecutionDiagnosticCodes.TornJournal)));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Run_BeginningThatCannotBeWritten_IsRefusedBeforeAnythingRuns(int write)
    {
        var calls = 0;
        var handlers = new TaskHandlers().Handle("a", (_, _, _) =>
        {
            calls++;
            return ValueTask.CompletedTask;
        });
        Assert.That(() => Run(Chain, handlers, Broken(failingWrite: write)), Throws.TypeOf<IOException>().With.Message.Contains("run.journal' cannot be begun: the disk is full"));
        Assert.That(calls, Is.Zero);
    }

    [Test]
    public async Task Run_EachSyncFails_IsInTheReport([Range(1, Tasks)] int sync)
    {
        var report = await Run(Chain, Handlers(Chain), Broken(failingSync: sync) with { JournalSync = TimeSpan.Zero });
        Assert.That((report.Succeeded, report.Faults.Single().Message), Is.EqualTo((sync, "The journal cannot be forced onto the disk: the disk is gone")));
    }

    [Test]
    public async Task Run_LastSyncFails_IsInTheReport()
    {
        var report = await Run(Chain, Handlers(Chain), Broken(failingSync: 1) with { JournalSync = TimeSpan.FromHours(1) });
        Assert.That((report.End, report.Succeeded, report.Faults.Count), Is.EqualTo((RunEnd.JournalFailed, Tasks, 1)));
    }

    [Test]
    public async Task Run_FailingTaskThatCannotBeWritten_IsInTheReport()
    {
        var report = await Run(Chain, Handlers(Chain, "t1"), Broken(failingWrite: 3));
        Assert.That((report["t1"].Outcome, report.Faults.Single().Help), Is.EqualTo((TaskOutcome.Failed, "These tasks ended and are not in it, so that a resume runs them again: 't1'.")));
    }

    [TestCase("remove", "It was removed or renamed while the run used it.")]
    [TestCase("rename", "It was removed or renamed while the run used it.")]
    [TestCase("replace", "Another file was put in its place while the run used it.")]
    [TestCase("append", "Something else wrote to it while the run used it")]
    [TestCase("truncate", "Something else wrote to it while the run used it")]
    [Platform("Linux")]
    public async Task Run_JournalThatIsTamperedWith_IsNoticedAtTheNextTask(string how, string says)
    {
        var handlers = new TaskHandlers().Handle("a", (task, _, _) =>
        {
            if (task.Id == "t2") Tamper(how);
            return ValueTask.CompletedTask;
        });
        var report = await Run(Chain, handlers, new RunOptions { Journal = Path });
        Assert.That((report.End, report.Succeeded), Is.EqualTo((RunEnd.JournalFailed, 3)));
        Assert.That(report.Faults.Single().Message, Does.StartWith("The journal cannot be written: " + says));
    }

    [Test, Platform("Linux")]
    public async Task Run_JournalRemovedAfterTheLastTask_IsNoticed()
    {
        await Run(Chain, Handlers(Chain), new RunOptions { Journal = Path });
        using var file = JournalOpening.Open(Path, JournalLimits.Default, JournalOpening.OpenFile);
        using var journal = new JournalFile(file, null, TimeProvider.System, new JournalPlace(Path, file));
        File.Delete(Path);
        Assert.That(journal.Complete, Throws.TypeOf<IOException>());
    }

    private void Tamper(string how)
    {
        if (how is "remove") File.Delete(Path);
        else if (how is "rename") File.Move(Path, Folder.File("elsewhere"));
        else if (how is "append") Open(stream => stream.Seek(0, SeekOrigin.End));
        else if (how is "truncate") Open(stream => stream.SetLength(3));
        else
        {
            File.WriteAllBytes(Folder.File("new"), File.ReadAllBytes(Path));
            File.Move(Folder.File("new"), Path, overwrite: true);
        }
    }

    private void Open(Action<FileStream> change)
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        change(stream);
        stream.WriteByte((byte)'x');
    }

    private RunOptions Broken(int failingWrite = -1, int writtenBytes = 0, bool canCut = true, int failingSync = -1) =>
        new() { Journal = Path, OpenJournal = path => new BrokenFile(path, failingWrite, writtenBytes, canCut, failingSync) };

    private sealed class BrokenFile(string path, int failingWrite, int writtenBytes, bool canCut, int failingSync)
        : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
    {
        private int _writes;
        private int _syncs;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_writes++ != failingWrite)
            {
                base.Write(buffer);
                return;
            }

            base.Write(buffer[..writtenBytes]);
            throw new IOException("the disk is full");
        }

        public override void SetLength(long value)
        {
            if (!canCut && value < Length) throw new IOException("it cannot be cut");
            base.SetLength(value);
        }

        public override void Flush(bool flushToDisk)
        {
            if (flushToDisk && _syncs++ == failingSync) throw new IOException("the disk is gone");
            base.Flush(flushToDisk);
        }
    }
}
