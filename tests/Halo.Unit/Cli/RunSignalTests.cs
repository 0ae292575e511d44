using System.Diagnostics;

namespace Halo.Unit.Cli;

/// <summary>Signals to <c>halo run</c>, and how its commands end: as real processes.</summary>
[TestFixture, Category("Unit"), Platform("Linux")]
public sealed class RunSignalTests : FolderFixture
{
    // A grandchild that is nobody's child any more, and a command that waits.
    private const string Orphans = "( ( sleep 301 ) & ); echo x > DIR/begun; sleep 302";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [SetUp]
    public void SetUp() => Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"], "maxConcurrentTasks": 4}]}""");

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [TestCase("HUP", 129)]
    [TestCase("QUIT", 131)]
    public void Signal_InARun_EndsItInOrderAndLeavesNoProcess(string signal, int code)
    {
        using var run = Start("""{"id": "done", "type": "x"}, {"id": "t", "type": "x", "dependsOn": ["done"]}, {"id": "u", "type": "x", "dependsOn": ["t"]}""",
            $"if [ \"$HALO_TASK\" = t ]; then {Orphans}; fi", "--gantt", Folder.File("run.html"), "--journal", Folder.File("j"));
        HaloProcess.Await(Folder.File("begun"));
        run.Signal(signal);
        Assert.Multiple(() =>
        {
            Assert.That(run.WaitForEnd(), Is.EqualTo(code));
            Assert.That(run.LeftAfter(Soon), Is.Empty);
            Assert.That(File.ReadAllText(Folder.File("run.html")), Does.Contain("cancelled"));
            Assert.That(File.ReadAllLines(Folder.File("j")).Where(line => line.Contains("\"task\"")).ToArray(), Has.Length.EqualTo(1), "The task that was done.");
            Assert.That(run.Output.Result, Does.Contain("(1 of 3)").And.Not.Contain("3 of 3"));
        });
    }

    [Test]
    public void Signal_CommandThatCleansUp_HasTheGrace()
    {
        using var run = Start("""{"id": "t", "type": "x"}""", "trap 'sleep 0.3; echo x > DIR/clean; exit 1' TERM; echo x > DIR/begun; while :; do sleep 0.05; done");
        HaloProcess.Await(Folder.File("begun"));
        run.Signal("TERM");
        Assert.That((run.WaitForEnd(), File.Exists(Folder.File("clean"))), Is.EqualTo((143, true)));
    }

    [Test]
    public void Signal_CommandThatDoesNotListen_IsKilledAfterTheGrace()
    {
        using var run = Start("""{"id": "t", "type": "x"}""", "trap '' TERM INT; echo x > DIR/begun; while :; do sleep 0.1; done", "--grace", "300ms");
        HaloProcess.Await(Folder.File("begun"));
        run.Signal("TERM");
        Assert.That((run.WaitForEnd(), run.LeftAfter(Soon)), Is.EqualTo((143, Array.Empty<string>())));
    }

    [Test]
    public void Signal_Twice_DoesNotWaitForTheGrace()
    {
        var clock = Stopwatch.StartNew();
        using var run = Start("""{"id": "t", "type": "x"}""", "trap '' TERM INT; echo x > DIR/begun; while :; do sleep 0.1; done", "--grace", "10m");
        HaloProcess.Await(Folder.File("begun"));
        run.Signal("INT");
        Thread.Sleep(100);
        run.Signal("INT");
        Assert.That((run.WaitForEnd(), clock.Elapsed < TimeSpan.FromMinutes(1)), Is.EqualTo((130, true)));
    }

    [Test]
    public void Hangup_IgnoredAtTheStart_StaysIgnored()
    {
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}]}""");
        var script = "echo x > DIR/begun; sleep 0.5".Replace("DIR", Folder.Path);
        using var run = HaloProcess.StartAfter(["sh", "-c", "trap '' HUP; exec \"$@\"", "sh"], "run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--shell", "--exec", $"*={script}");
        HaloProcess.Await(Folder.File("begun"));
        run.Signal("HUP");
        Assert.That(run.WaitForEnd(), Is.Zero);
    }

    [Test]
    public void Kill9_OfTheRun_EndsItsCommands()
    {
        using var run = Start("""{"id": "t", "type": "x"}""", Orphans);
        HaloProcess.Await(Folder.File("begun"));
        run.Signal("KILL");
        run.WaitForEnd();
        Assert.That(run.LeftAfter(Soon), Is.Empty);
    }

    [Test]
    public void Timeout_OfAnAttempt_EndsWhatTheCommandStarted()
    {
        using var run = Start("""{"id": "t", "type": "x", "execution": {"attemptTimeout": 1}}, {"id": "wait", "type": "x"}""", $"if [ {{task}} = t ]; then {Orphans}; fi; while ! [ -e DIR/go ]; do sleep 0.05; done");
        HaloProcess.Await(Folder.File("begun"));
        Assert.That(SpinWait.SpinUntil(() => !run.Left().Any(command => command.StartsWith("sleep 30", StringComparison.Ordinal)), TimeSpan.FromSeconds(20)), "It runs on.");
        Folder.Write("go", "");
        Assert.That(run.WaitForEnd(), Is.EqualTo(3));
    }

    [Test]
    public void Background_OfATaskThatSucceeded_ServesLaterTasksAndEndsWithTheRun()
    {
        using var run = Start("""{"id": "server", "type": "x"}, {"id": "t", "type": "x", "dependsOn": ["server"]}""",
            "if [ {task} = server ]; then sleep 303 >/dev/null 2>&1 & echo $! > DIR/server; else kill -0 $(cat DIR/server); fi");
        Assert.That((run.WaitForEnd(), run.LeftAfter(Soon)), Is.EqualTo((0, Array.Empty<string>())));
    }

    [Test]
    public void Background_OfAnAttemptThatFailed_EndsBeforeTheNextAttempt()
    {
        using var run = Start("""{"id": "t", "type": "x", "execution": {"retry": {"maxAttempts": 2, "delay": 0}}}""",
            "if [ $HALO_ATTEMPT = 1 ]; then sleep 304 >/dev/null 2>&1 & echo $! > DIR/before; exit 1; else ! kill -0 $(cat DIR/before); fi");
        Assert.That(run.WaitForEnd(), Is.Zero);
    }

    private HaloProcess Start(string tasks, string script, params string[] options)
    {
        Folder.Write("graph.json", $$"""{"tasks": [{{tasks}}]}""");
        return HaloProcess.Start(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--shell", "--exec", $"*={script.Replace("DIR", Folder.Path)}", .. options]);
    }
}
