using System.Diagnostics;

namespace Halo.Unit.Cli;

/// <summary>What <c>halo run</c> writes never lands in another file, by whatever link.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunLinkTests : FolderFixture
{
    [SetUp]
    public void SetUp()
    {
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}]}""");
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}]}""");
        Folder.Write("precious", "kept");
        Directory.CreateDirectory(Folder.File("logs"));
    }

    [Test]
    public async Task Gantt_ThatIsALink_IsRefusedBeforeAnythingRuns()
    {
        File.CreateSymbolicLink(Folder.File("chart"), Folder.File("precious"));
        var run = await Run("*=true", "--gantt", Folder.File("chart"));
        Assert.That((run.ExitCode, run.Output, Precious(), run.Error.Contains("is a link to")), Is.EqualTo((2, "", "kept", true)), run.Error);
    }

    [Test]
    public async Task Gantt_ThatBecomesALinkDuringTheRun_IsNotWritten()
    {
        var run = await Run($"*=ln -s {Folder.File("precious")} {Folder.File("chart")}", "--gantt", Folder.File("chart"));
        Assert.That((run.ExitCode, Precious()), Is.EqualTo((1, "kept")), run.Error);
    }

    [Test]
    public async Task Gantt_ThatLeadsNowhere_IsRefused()
    {
        File.CreateSymbolicLink(Folder.File("chart"), Folder.File("missing"));
        Assert.That(((await Run("*=true", "--gantt", Folder.File("chart"))).ExitCode, File.Exists(Folder.File("missing"))), Is.EqualTo((2, false)));
    }

    [Test]
    public async Task Gantt_ThatIsTheJournalByALink_IsRefused()
    {
        File.CreateSymbolicLink(Folder.File("link"), Folder.File("j"));
        Assert.That((await Run("*=true", "--gantt", Folder.File("j"), "--journal", Folder.File("link"), "--resume")).Error, Does.Contain("--gantt and --journal name the same file"));
    }

    [Test]
    public async Task Gantt_ThatIsTheJournalByALinkedFolder_IsRefused()
    {
        Directory.CreateSymbolicLink(Folder.File("other"), Folder.Path);
        Assert.That((await Run("*=true", "--gantt", Folder.File("other/j"), "--journal", Folder.File("j"))).Error, Does.Contain("--gantt and --journal name the same file"));
    }

    [Test]
    public async Task Gantt_ThatIsAnInput_IsRefused() =>
        Assert.That((await Run("*=true", "--gantt", Folder.File("graph.json"))).Error, Does.Contain("--gantt and the input").And.Contain("are the same file"));

    [Test]
    public async Task Log_ThatIsALink_FailsItsTaskAndLeavesTheFile()
    {
        File.CreateSymbolicLink(Folder.File("logs/t.log"), Folder.File("precious"));
        var run = await Run("*=echo hit", "--logs", Folder.File("logs"));
        Assert.That((run.ExitCode, Precious(), run.Output.Contains("is a link to")), Is.EqualTo((3, "kept", true)), run.Output);
    }

    [Test]
    public async Task Log_ThatIsAHardLink_LeavesTheFile()
    {
        using var link = Process.Start("ln", [Folder.File("precious"), Folder.File("logs/t.log")]);
        await link.WaitForExitAsync();
        await Run("*=echo hit", "--logs", Folder.File("logs"));
        Assert.That((Precious(), File.ReadAllText(Folder.File("logs/t.log"))), Is.EqualTo(("kept", "--- attempt 1 by a: echo hit\nhit\n")));
    }

    [Test]
    public async Task Log_ThatIsAPipe_FailsItsTaskInsteadOfHanging()
    {
        RunJournalTests.MakePipe(Folder.File("logs/t.log"));
        var run = await Run("*=echo hit", "--logs", Folder.File("logs")).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That((run.ExitCode, run.Output.Contains("is a pipe or a device")), Is.EqualTo((3, true)), run.Output);
    }

    private string Precious() => File.ReadAllText(Folder.File("precious"));

    private Task<CommandRun> Run(string exec, params string[] options) =>
        CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--exec", exec, .. options]);
}
