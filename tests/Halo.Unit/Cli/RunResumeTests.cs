namespace Halo.Unit.Cli;

/// <summary><c>halo run</c> in several parts.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunResumeTests : FolderFixture
{
    [SetUp]
    public void SetUp()
    {
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}]}""");
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}, {"id": "u", "type": "x", "dependsOn": ["t"]}, {"id": "v", "type": "x", "dependsOn": ["u"]}]}""");
    }

    [Test]
    public async Task Resume_RunsOnlyWhatHasNotEnded()
    {
        await Run();
        var run = await Run("--resume");
        Assert.That((run.ExitCode, Log()), Is.EqualTo((3, "t u")), run.Output);
    }

    [Test]
    public async Task RetryFailed_RunsWhatFailedAndWhatWaitedForIt()
    {
        await Run();
        Folder.Write("mended", "");
        var run = await Run("--resume", "--retry-failed");
        Assert.That((run.ExitCode, Log()), Is.EqualTo((0, "t u u v")), run.Output);
    }

    [Test]
    public async Task Summary_BehindResume_DoesNotCompareAPartWithTheWholeSchedule()
    {
        await Run();
        Assert.That((await Run("--resume")).Output, Does.Match(@"\n3 tasks, 2 of them earlier, in [\d.]+ s, 3.0 s by the schedule of all: 1 done, 1 failed, 1 skipped\n"));
    }

    [Test]
    public async Task Gantt_BehindResume_DoesNotCompareAPartWithTheWholeSchedule()
    {
        await Run();
        await Run("--resume", "--gantt", Folder.File("run.html"));
        Assert.That(File.ReadAllText(Folder.File("run.html")), Does.Contain("<b>3 s</b>planned for all parts").And.Not.Contain("real to planned"));
    }

    [Test]
    public async Task Gantt_BehindResume_ListsWhatEndedBefore()
    {
        await Run();
        await Run("--resume", "--retry-failed", "--gantt", Folder.File("run.html"));
        Assert.That(File.ReadAllText(Folder.File("run.html")), Does.Contain("<td>t</td><td>done</td><td>known from the journal</td>"));
    }

    private string Log() => string.Join(' ', File.ReadAllLines(Folder.File("log")));

    // Task u fails until there is a file that mends it.
    private Task<CommandRun> Run(params string[] options)
    {
        var script = $"*=echo {{task}} >> '{Folder.File("log")}'; test {{task}} != u || test -e '{Folder.File("mended")}'";
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--shell", "--exec", script, "--journal", Folder.File("j"), .. options]);
    }
}
