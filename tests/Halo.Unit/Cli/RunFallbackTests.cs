namespace Halo.Unit.Cli;

/// <summary>What <c>halo run</c> says of tasks that came to another agent.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunFallbackTests : FolderFixture
{
    [Test]
    public async Task Summary_TaskDoneByAnotherAgent_SaysWhoFailedAndWhyInOneLine()
    {
        var run = await Run("best=sh -c 'echo no disk >&2; exit 4'", "*=true");
        Assert.That(run.Output, Does.EndWith("1 done\n  t  done by good; 'best' could not do it, its command failed: 'sh' ended with exit code 4. It said: no disk\n"));
    }

    [Test]
    public async Task Summary_NobodyLeft_SaysSoOfEachAgentInOneLine()
    {
        var run = await Run("*=sh -c 'exit 4'");
        Assert.That(run.Output, Does.EndWith("1 failed\n  t  failed: its command failed; 'best' could not do it, its command failed: 'sh' ended with exit code 4.; 'good' could not do it, its command failed: 'sh' ended with exit code 4.; no other agent can\n"));
    }

    [Test]
    public async Task Summary_TaskDoneByItsFirstAgent_IsNotMentioned() => Assert.That((await Run("*=true")).Output, Does.EndWith("1 done\n"));

    private Task<CommandRun> Run(params string[] commands)
    {
        Folder.Write("agents.json", """{"agents": [{"name": "best", "types": ["x"], "successRate": 0.9}, {"name": "good", "types": ["x"], "successRate": 0.5}]}""");
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}]}""");
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), .. commands.SelectMany(command => new[] { "--exec", command })]);
    }
}
