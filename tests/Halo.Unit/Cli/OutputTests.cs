namespace Halo.Unit.Cli;

/// <summary>Where a command writes, and what happens when it cannot.</summary>
[TestFixture, Category("Unit")]
public sealed class OutputTests : FolderFixture
{
    [Test]
    public async Task Output_File_HoldsWhatStandardOutputWould()
    {
        var file = Folder.File("plan.json");
        await CommandRun.Of("route", CommandRun.Delivery, "--format", "json", "--output", file);
        Assert.That(File.ReadAllText(file), Is.EqualTo((await CommandRun.Of("route", CommandRun.Delivery, "--format", "json")).Output));
    }

    [Test]
    public async Task Output_File_LeavesStandardOutputEmpty() =>
        Assert.That((await CommandRun.Of("route", CommandRun.Delivery, "--output", Folder.File("plan.txt"))).Output, Is.Empty);

    [Test]
    public async Task Output_File_LeavesNothingBesideIt()
    {
        await CommandRun.Of("route", CommandRun.Delivery, "--output", Folder.Write("plan.txt", "old"));
        Assert.That(Directory.GetFileSystemEntries(Folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Output_Hyphen_IsStandardOutput() =>
        Assert.That((await CommandRun.Of("route", CommandRun.Delivery, "--output", "-")).Output, Does.StartWith("69 tasks"));

    [Test]
    public async Task Output_FaultyInput_KeepsTheOldFile()
    {
        var file = Folder.Write("plan.txt", "old");
        await CommandRun.Of("route", Folder.File("nowhere"), "--output", file);
        Assert.That(File.ReadAllText(file), Is.EqualTo("old"));
    }

    [Test]
    public async Task Output_Link_StaysALink()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Making links needs a privilege there.");
        var file = Folder.Write("plan.txt", "old");
        File.CreateSymbolicLink(Folder.File("link"), file);
        await CommandRun.Of("route", CommandRun.Delivery, "--output", Folder.File("link"));
        Assert.That((new FileInfo(Folder.File("link")).LinkTarget, File.ReadAllText(file) != "old"), Is.EqualTo((file, true)));
    }

    [Test]
    public async Task Output_MissingFolder_IsOneLine()
    {
        var file = Path.Combine(Folder.File("no"), "plan.txt");
        var run = await CommandRun.Of("route", CommandRun.Delivery, "--output", file);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, $"halo: cannot write '{file}': the folder does not exist.\n")));
    }

    [Test]
    public async Task Output_Folder_IsOneLine()
    {
        var run = await CommandRun.Of("route", CommandRun.Delivery, "--output", Folder.Path);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, $"halo: cannot write '{Folder.Path}': it is a folder.\n")));
    }

    [Test]
    public async Task Output_Device_IsWrittenAndNotReplaced()
    {
        if (!File.Exists("/dev/null")) Assert.Ignore("There is no /dev/null.");
        await CommandRun.Of("route", CommandRun.Delivery, "--output", "/dev/null");
        Assert.That(File.ReadAllBytes("/dev/null"), Is.Empty);
    }

    [Test]
    public async Task StandardOutput_BrokenPipe_EndsQuietly()
    {
        var run = await CommandRun.Of(new FailingStream(new IOException("Broken pipe", 32)), ["route", CommandRun.Delivery]);
        Assert.That(run, Is.EqualTo(new CommandRun(0, "", "")));
    }

    [Test]
    public async Task StandardOutput_DiskFull_IsOneLine([Values("text", "json")] string format)
    {
        var run = await CommandRun.Of(new FailingStream(new IOException("No space left on device", 28)), ["route", CommandRun.Delivery, "--format", format]);
        Assert.That(run, Is.EqualTo(new CommandRun(1, "", "halo: cannot write standard output: No space left on device\n")));
    }

    [Test]
    public async Task Cancelled_BeforeTheStart_Exits130()
    {
        var run = await CommandRun.Of(new MemoryStream(), ["route", CommandRun.Delivery], cancellationToken: new CancellationToken(canceled: true));
        Assert.That(run.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public async Task Cancelled_WhileWriting_Exits130()
    {
        using var cancellation = new CancellationTokenSource();
        var run = await CommandRun.Of(new CancellingStream(cancellation), ["route", LargeGraph(), "--agents", Path.Combine(CommandRun.Debian, "agents.json")], cancellationToken: cancellation.Token);
        Assert.That(run.ExitCode, Is.EqualTo(130));
    }

    private string LargeGraph() =>
        Folder.Write("large.json", $$"""{"tasks":[{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $$"""{"id":"t{{i}}","type":"libs"}"""))}}]}""");

    private sealed class FailingStream(IOException exception) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw exception;

        public override void Write(byte[] buffer, int offset, int count) => throw exception;
    }

    private sealed class CancellingStream(CancellationTokenSource cancellation) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => cancellation.Cancel();
    }
}
