namespace Halo.Unit.Cli;

/// <summary>Command lines of <c>halo run</c> that are refused before anything runs.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunUsageTests : FolderFixture
{
    [SetUp]
    public void SetUp() => Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}, {"name": "b", "types": ["y"]}]}""");

    [Test]
    public async Task AgentsWithoutACommand_AreAllNamedBeforeAnythingRuns()
    {
        var run = await Run("""{"id": "t", "type": "x"}, {"id": "u", "type": "y"}""", "--exec", "c=true", "--journal", Folder.File("j"));
        Assert.That((run.ExitCode, run.Output, File.Exists(Folder.File("j"))), Is.EqualTo((2, "", false)));
        Assert.That(run.Error, Does.Contain("'c', which is not a registered agent").And.Contain("--exec is missing for 'a', 'b'"));
    }

    [TestCase("--exec", "true")]
    [TestCase("--exec", "*=")]
    [TestCase("--exec", "*=echo 'open")]
    [TestCase("--exec", "*=echo {tsak}")]
    [TestCase("--exec", "*=echo {attribute}")]
    [TestCase("--exec", "*=true", "--exec", "*=false")]
    [TestCase("--exec", "*=true", "--resume")]
    [TestCase("--exec", "*=true", "--jobs", "0")]
    [TestCase("--exec", "*=true", "--logs", "")]
    [TestCase("--exec", "*=true", "--journal", "")]
    [TestCase("--exec", "*=true", "--retry-failed")]
    [TestCase("--exec", "*=true", "--retry-failed", "--journal", "none")]
    [TestCase("--exec", "*=true", "--sync", "always")]
    [TestCase("--exec", "*=true", "--sync", "sometimes", "--journal", "none")]
    [TestCase("--exec", "*=true", "--sync", "0", "--journal", "none")]
    [TestCase("--exec", "*=true", "--gantt", "-")]
    [TestCase("--exec", "*=true", "--gantt", "/no/such/folder/run.html")]
    [TestCase("--exec", "*=true", "--gantt", "same", "--journal", "same")]
    [TestCase("--exec", "*=true", "--on-failure", "panic")]
    public async Task UnusableArguments_Exit2(params string[] arguments) =>
        Assert.That(await Run("""{"id": "t", "type": "x"}""", arguments), Has.Property("ExitCode").EqualTo(2).And.Property("Output").Empty);

    [Test]
    public async Task Journal_OfAnEarlierRun_IsNotTouchedWithoutResume()
    {
        Folder.Write("j", "kept");
        var run = await Run("""{"id": "t", "type": "x"}""", "--exec", "*=true", "--journal", Folder.File("j"));
        Assert.That((run.ExitCode, File.ReadAllText(Folder.File("j")), run.Error.Contains("add --resume")), Is.EqualTo((2, "kept", true)));
    }

    private Task<CommandRun> Run(string tasks, params string[] arguments)
    {
        Folder.Write("graph.json", $$"""{"tasks": [{{tasks}}]}""");
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), .. arguments]);
    }
}
