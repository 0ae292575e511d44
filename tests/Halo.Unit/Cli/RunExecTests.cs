namespace Halo.Unit.Cli;

/// <summary>How the values of a task reach its command, and what is refused before anything runs.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunExecTests : FolderFixture
{
    private const string Task = """{"id": "t", "type": "x", "attributes": {"my name": "a b", "os": "linux"}}""";

    [TestCase("a=b=true", 0)]
    [TestCase("a=true", 2)]
    public async Task AgentWhoseNameHoldsAnEqualsSign_IsMeantByItsWholeName(string exec, int code) =>
        Assert.That((await Run("""{"name": "a=b", "types": ["x"]}""", Task, "--exec", exec)).ExitCode, Is.EqualTo(code));

    [Test]
    public async Task AttributeThatTasksDoNotHave_IsRefusedWithTheirNames()
    {
        var run = await Run("""{"name": "a", "types": ["x"]}""", Task + """, {"id": "u", "type": "x"}, {"id": "v", "type": "x", "attributes": {"os": null}}""", "--exec", "*=echo {attribute:os}");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("--exec of 'a' asks for {attribute:os}, which tasks 'u', 'v' do not have."));
    }

    [Test]
    public async Task AttributeThatOnlyTheNextAgentAsksFor_FailsThere()
    {
        var run = await Run("""{"name": "a", "types": ["x"], "successRate": 0.9}, {"name": "b", "types": ["x"]}""", Task, "--exec", "a=false", "--exec", "b=echo {attribute:none}");
        Assert.That((run.ExitCode, run.Output.Contains("The command of 'b' asks for {attribute:none}, which the task does not have.")), Is.EqualTo((3, true)), run.Output);
    }

    [TestCase(false, "*=sh -c 'printf \"%s|%s|%s|%s\" \"$HALO_TASK\" \"$HALO_AGENT\" \"$HALO_ATTEMPT\" \"$HALO_ATTRIBUTE_my_name\" > FILE'")]
    [TestCase(true, "*=printf '%s|%s|%s|%s' {task} {agent} {attempt} {attribute:my name} > FILE")]
    public async Task Values_AreInTheEnvironment(bool shell, string exec)
    {
        await Run("""{"name": "a", "types": ["x"]}""", Task, ["--exec", exec.Replace("FILE", Folder.File("out")), .. shell ? ["--shell"] : Array.Empty<string>()]);
        Assert.That(File.ReadAllText(Folder.File("out")), Is.EqualTo("t|a|1|a b"));
    }

    [Test]
    public async Task Key_OfATask_IsTheSameForEachAttempt()
    {
        const string tasks = """{"id": "t", "type": "x", "execution": {"retry": {"maxAttempts": 3, "delay": 0}}}""";
        var run = await Run("""{"name": "a", "types": ["x"]}""", tasks, "--shell", "--exec", $"*=echo $HALO_RUN $HALO_KEY >> {Folder.File("out")}; test {{attempt}} = 3");
        Assert.That((run.ExitCode, File.ReadAllLines(Folder.File("out")).Length, File.ReadAllLines(Folder.File("out")).Distinct().Count()), Is.EqualTo((0, 3, 1)));
    }

    [Test]
    public async Task PlaceholderInsideQuotesOfAScript_DeletesNothing()
    {
        Folder.Write("precious", "");
        var run = await Run("""{"name": "a", "types": ["x"]}""", """{"id": "*", "type": "x"}""", "--shell", "--exec", $"*=cd {Folder.Path} && rm -v -- \"{{task}}\"");
        Assert.That((run.ExitCode, File.Exists(Folder.File("precious")), run.Error.Contains("Write \"$HALO_TASK\"")), Is.EqualTo((2, true, true)), run.Error);
    }

    [Test]
    public async Task ScriptOfADirectCommand_ThatReadsValuesAsCode_IsWarnedOf() =>
        Assert.That((await Run("""{"name": "a", "types": ["x"]}""", Task, "--exec", "*=sh -c 'echo {task}'")).Error, Does.StartWith("halo: warning: the script after -c in --exec '*=...'"));

    [TestCase("unless-non-retryable", "1 failed\n  t  failed: its command failed; at a, 1 attempt: 'sh' ended with exit code 2.\n")]
    [TestCase("never", "1 failed\n  t  failed: its command failed; at a, 1 attempt: 'sh' ended with exit code 2.\n")]
    [TestCase("always", "1 done\n  t  done by b; 'a' could not do it, its command failed: 'sh' ended with exit code 2.\n")]
    public async Task RouteAgain_NonRetryableFailure_GoesOnAsTheOptionSays(string option, string end)
    {
        const string tasks = """{"id": "t", "type": "x", "execution": {"retry": {"nonRetryable": ["exit 2"]}}}""";
        var run = await Run("""{"name": "a", "types": ["x"], "successRate": 0.9}, {"name": "b", "types": ["x"]}""", tasks, "--exec", "a=sh -c 'exit 2'", "--exec", "b=true", "--route-again", option);
        Assert.That(run.Output, Does.EndWith(end));
    }

    [TestCase("--grace", "2h")]
    [TestCase("--grace", "soon")]
    [TestCase("--route-again", "sometimes")]
    public async Task UnusableOption_Exits2(params string[] options) =>
        Assert.That((await Run("""{"name": "a", "types": ["x"]}""", Task, ["--exec", "*=true", .. options])).ExitCode, Is.EqualTo(2));

    private Task<CommandRun> Run(string agents, string tasks, params string[] arguments)
    {
        Folder.Write("agents.json", $$"""{"agents": [{{agents}}]}""");
        Folder.Write("graph.json", $$"""{"tasks": [{{tasks}}]}""");
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), .. arguments]);
    }
}
