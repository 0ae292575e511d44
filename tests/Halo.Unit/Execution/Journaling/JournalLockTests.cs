using System.Diagnostics;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>A journal is of one run alone, by whatever name it is opened.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalLockTests : FolderFixture
{
    private static readonly RoutingPlan One = Plan(Task("t"));

    private string Path => Folder.File("run.journal");

    [Test]
    public async Task Run_JournalInUse_IsRefusedWithWhoHoldsIt() => Assert.That(
        await WhileInUse(() => Resume(Path)),
        Is.TypeOf<IOException>().With.Message.Contains($"this process, {Environment.ProcessId} on '{Environment.MachineName}', which began at 20"));

    [Test]
    public async Task Run_JournalInUse_IsLeftAsItWas()
    {
        byte[] before = [], after = [];
        await WhileInUse(async () =>
        {
            before = await File.ReadAllBytesAsync(Path);
            await Resume(Path).ContinueWith(_ => { }, TaskScheduler.Default);
            after = await File.ReadAllBytesAsync(Path);
        });
        Assert.That((before.Length > 0, after), Is.EqualTo((true, before)));
    }

    [Test, Platform("Linux,MacOsX")]
    public async Task Run_JournalInUse_IsRefusedThroughASymbolicLink()
    {
        File.CreateSymbolicLink(Folder.File("link"), Path);
        Assert.That(await WhileInUse(() => Resume(Folder.File("link"))), Is.TypeOf<IOException>().With.Message.Contains("is in use by"));
    }

    [Test, Platform("Linux,MacOsX")]
    public async Task Run_JournalInUse_IsRefusedThroughAHardLink()
    {
        var other = Folder.File("other");
        var fault = await WhileInUse(() =>
        {
            Start("ln", Path, other);
            return Resume(other);
        });
        Assert.That(fault, Is.TypeOf<IOException>().With.Message.Contains("is in use by"));
    }

    [Test]
    public async Task Run_RefusedRun_LeavesTheLockToTheFirst()
    {
        var faults = new List<Exception?>();
        await WhileInUse(async () =>
        {
            for (var i = 0; i < 3; i++) faults.Add(await FaultOf(() => Resume(Path)));
        });
        Assert.That(faults, Has.Count.EqualTo(3).And.All.TypeOf<IOException>());
    }

    [Test]
    public async Task Run_AfterTheFirst_ResumesFromItsJournal()
    {
        await WhileInUse(() => System.Threading.Tasks.Task.CompletedTask);
        Assert.That((await Resume(Path))["t"].Reason, Is.EqualTo(OutcomeReason.Resumed));
    }

    [Test]
    public async Task Run_LockThatNobodyAliveHolds_IsWaitedForAWhile()
    {
        await Resume(Path);
        var file = JournalOpening.Open(Path, JournalLimits.Default, JournalOpening.OpenFile);
        File.AppendAllBytes(Path, new JournalPart(new JournalHolder(int.MaxValue, Environment.MachineName, DateTimeOffset.UtcNow), "run", "", new Dictionary<string, string>(), false).ToLine());
        var tries = 0;
        using var second = JournalOpening.Open(Path, JournalLimits.Default, path =>
        {
            if (++tries == 3) file.Dispose();
            return JournalOpening.OpenFile(path);
        });
        Assert.That(tries, Is.EqualTo(3));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Run_JournalThatIsAPipe_IsRefused()
    {
        Start("mkfifo", Path);
        Assert.That(() => Resume(Path), Throws.TypeOf<HaloValidationException>().With.Message.Contains("run.journal: error HALO402: The journal is a folder, a pipe or a device."));
    }

    [TestCase("/dev/null")]
    [TestCase("/dev/zero")]
    [TestCase("/")]
    [Platform("Linux")]
    public void Run_JournalThatIsNoFile_IsRefused(string path) =>
        Assert.That(() => Resume(path), Throws.TypeOf<HaloValidationException>().With.Message.Contains("is a folder, a pipe or a device"));

    private async Task<Exception?> WhileInUse(Func<Task> action)
    {
        Exception? fault = null;
        await Run(One, new TaskHandlers().Handle("a", async (_, _, _) => fault = await FaultOf(action)), new RunOptions { Journal = Path });
        return fault;
    }

    private static async Task<Exception?> FaultOf(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static Task<RunReport> Resume(string path) => Run(One, Handlers(One), new RunOptions { Journal = path });

    private static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
