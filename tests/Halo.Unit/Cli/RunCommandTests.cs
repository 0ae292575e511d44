using Halo.Cli;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunCommandTests : FolderFixture
{
    [SetUp]
    public void SetUp() => Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"], "maxConcurrentTasks": 4}, {"name": "b", "types": ["y"]}]}""");

    [Test]
    public async Task Help_HasExamplesAndExitCodes() =>
        Assert.That((await CommandRun.Of("run", "--help")).Output, Does.Contain("halo run samples/debian --exec '*=true'").And.Contain("Exit codes:"));

    [Test]
    public async Task DebianSample_HarmlessCommand_DoesEveryTask()
    {
        var run = await CommandRun.Of("run", CommandRun.Debian, "--exec", "*=true");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Match(@"75 tasks in [\d.]+ s, [\d.]+ s by the schedule: 75 done\n$").And.Contain("done         build-essential at toolchain_builder (75 of 75)\n"));
    }

    [Test]
    public async Task CommandThatFails_IsNamedAndItsDependantsAreSkipped()
    {
        var run = await Run("""{"id": "t", "type": "x"}, {"id": "u", "type": "y", "dependsOn": ["t"]}""", "--exec", "a=sh -c 'echo no disk >&2; exit 4'", "--exec", "*=true");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.EndWith("0 done, 1 failed, 1 skipped\n  t  failed: its command failed; at a, 1 attempt: 'sh' ended with exit code 4. It said: no disk\n  u  skipped: a dependency failed\n"));
    }

    [Test]
    public async Task CommandThatDoesNotExist_FailsTheTask() =>
        Assert.That(await Run("""{"id": "t", "type": "x"}""", "--exec", "*=no-such-program-at-all"), Has.Property("ExitCode").EqualTo(3).And.Property("Output").Contains("'no-such-program-at-all' cannot be started"));

    [TestCase("*=sh -c 'printf %s \"$1\" > \"$2\"' sh {task} FILE", false)]
    [TestCase("*=printf %s {task} > FILE", true)]
    public async Task TaskNamedLikeCode_IsPassedAsItIs(string exec, bool shell)
    {
        const string id = "$(touch hit); 'a' \\\"b\\\" * ;";
        await Run($$"""{"id": "{{id}}", "type": "x"}""", ["--exec", exec.Replace("FILE", Folder.File("out")), .. shell ? ["--shell"] : Array.Empty<string>()]);
        Assert.That(File.ReadAllText(Folder.File("out")), Is.EqualTo(id.Replace("\\", "")));
    }

    [Test]
    public async Task Retry_OfTheFile_RepeatsTheCommand()
    {
        var run = await Run("""{"id": "t", "type": "x", "execution": {"retry": {"maxAttempts": 3, "delay": 0}}}""", "--exec", "*=sh -c 'test {attempt} = 3'");
        Assert.That((run.ExitCode, run.Output.Contains("again        t at a, attempt 3\n")), Is.EqualTo((0, true)), run.Output);
    }

    [TestCase("clean", "skipped      u, the condition on a dependency was not met")]
    [TestCase("dirty", "done         u at b")]
    public async Task Condition_OnAResult_DecidesByTheLastLine(string result, string says)
    {
        var run = await Run("""{"id": "t", "type": "x"}, {"id": "u", "type": "y", "dependsOn": ["t"], "conditions": {"t": {"when": {"result": "dirty"}}}}""", "--exec", $"a=sh -c 'echo first; echo {result}; echo'", "--exec", "b=true");
        Assert.That((run.ExitCode, run.Output.Contains(says)), Is.EqualTo((0, true)), run.Output);
    }

    [Test]
    public async Task Condition_OnAResultOfThousandsOfLetters_SeesAllOfIt()
    {
        var graph = $$"""{"id": "t", "type": "x"}, {"id": "u", "type": "y", "dependsOn": ["t"], "conditions": {"t": {"when": {"result": "{{new string('0', 5_000)}}"} } } }""";
        var run = await Run(graph, "--exec", """a=sh -c 'printf "\"%05000d\"\n" 0'""", "--exec", "b=true");
        Assert.That((run.ExitCode, run.Output.Contains("done         u at b")), Is.EqualTo((0, true)), run.Output);
    }

    [Test]
    public async Task Result_TooLong_FailsTheTask()
    {
        var run = await Run("""{"id": "t", "type": "x"}""", "--shell", "--exec", $"*=head -c {LastLine.Most + 1} /dev/zero | tr '\\0' x");
        Assert.That((run.ExitCode, run.Output.Contains("ended its output with a line of more than 1048576 bytes, which is too long for a result.")), Is.EqualTo((3, true)), run.Output);
    }

    [Test]
    public async Task Logs_HoldWhatEachAttemptWrote()
    {
        await Run("""{"id": "a/t", "type": "x", "execution": {"retry": {"maxAttempts": 2, "delay": 0}}}""", "--exec", "*=sh -c 'echo out {attempt}; test {attempt} = 2'", "--logs", Folder.File("logs"));
        Assert.That(File.ReadAllText(Folder.File("logs/a%2Ft.log")), Is.EqualTo("--- attempt 1 by a: sh -c echo out 1; test 1 = 2\nout 1\n--- attempt 2 by a: sh -c echo out 2; test 2 = 2\nout 2\n"));
    }

    [Test]
    public async Task Jobs_One_RunsOneAfterTheOther()
    {
        await Run(string.Join(',', Enumerable.Range(0, 6).Select(i => $$"""{"id": "t{{i}}", "type": "x"}""")), "--jobs", "1", "--exec", $"*=sh -c 'echo + >> {Folder.File("log")}; sleep 0.01; echo - >> {Folder.File("log")}'");
        Assert.That(string.Concat(File.ReadAllLines(Folder.File("log"))), Is.EqualTo("+-+-+-+-+-+-"));
    }

    [Test]
    public async Task DryRun_PrintsTheScheduleAndRunsNothing()
    {
        var run = await Run("""{"id": "u", "type": "y", "dependsOn": ["t"], "attributes": {"size": ""}, "estimate": 2}, {"id": "t", "type": "x", "attributes": {"size": 7}, "estimate": 3}""", "--dry-run", "--exec", $"*=touch {Folder.File("hit")} {{task}} '{{attribute:size}}'");
        Assert.That((run.ExitCode, File.Exists(Folder.File("hit"))), Is.EqualTo((0, false)));
        Assert.That(run.Output, Does.Match(@"^2 tasks in 5.0 s .*\n +0.0 +3.0  t  a  touch \S+ t 7\n +3.0 +5.0  u  b  touch \S+ u \n$"));
    }

    [Test]
    public async Task DryRun_Jobs_PrintsTheOrderUnderThatLimit()
    {
        var run = await Run("""{"id": "t", "type": "x", "estimate": 2}, {"id": "u", "type": "y", "estimate": 3}""", "--dry-run", "--jobs", "1", "--exec", "*=true");
        Assert.That(run.Output, Does.Match(@"^2 tasks in 5.0 s .*, at most 1 at one time
 +0.0 +3.0  u  b  true
 +3.0 +5.0  t  a  true
$"));
    }

    [Test]
    public async Task Journal_Damaged_IsAFaultWithItsLine()
    {
        Folder.Write("j", "no journal\n");
        var run = await Run("""{"id": "t", "type": "x"}""", "--journal", Folder.File("j"), "--resume", "--exec", "*=true");
        Assert.That((run.ExitCode, run.Error.Contains("j(1): error")), Is.EqualTo((1, true)), run.Error);
    }

    [Test]
    public async Task Cancelled_KillsTheCommandsDrawsTheChartAndExits130()
    {
        using var cancellation = new CancellationTokenSource();
        await using var output = new CancellingStream(cancellation);
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}]}""");
        var run = await CommandRun.Of(output, ["run", Folder.Path, "--rules", Rules(), "--exec", $"*=sh -c 'sleep 60; touch {Folder.File("hit")}'", "--gantt", Folder.File("run.html")], cancellationToken: cancellation.Token);
        Assert.That((run.ExitCode, File.Exists(Folder.File("hit")), Html().Contains("cancelled")), Is.EqualTo((130, false, true)));
    }

    [Test]
    public async Task Gantt_OfAFailedRun_IsWritten()
    {
        var run = await Run("""{"id": "t", "type": "x", "estimate": 3}, {"id": "u", "type": "y", "dependsOn": ["t"]}""", "--gantt", Folder.File("run.html"), "--exec", "*=false");
        Assert.That((run.ExitCode, Html().Contains("<b>4 s</b>planned"), Html().Contains("<td>u</td><td>skipped</td>")), Is.EqualTo((3, true, true)));
    }

    [Test]
    public async Task Terminal_ShowsTheAgentsAsATable()
    {
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}, {"id": "u", "type": "x"}]}""");
        var run = await CommandRun.Of(new MemoryStream(), ["run", Folder.Path, "--rules", Rules(), "--exec", "*=true"], colors: true);
        Assert.That(run.Output, Does.Match(@"Agent  running   done  failed  retries\na            0      2       0        0\n2 of 2 tasks, 0 failed, 0 retries, [\d.]+ s\n2 tasks in "));
    }

    private string Html() => File.ReadAllText(Folder.File("run.html"));

    private string Rules() => Folder.Write("rules.json", """{"rules": []}""");

    private Task<CommandRun> Run(string tasks, params string[] arguments)
    {
        Folder.Write("graph.json", $$"""{"tasks": [{{tasks}}]}""");
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), .. arguments]);
    }

    // Ctrl-C as soon as a task has begun.
    private sealed class CancellingStream(CancellationTokenSource cancellation) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            if (buffer.IndexOf("begins"u8) >= 0) cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
        }
    }
}
