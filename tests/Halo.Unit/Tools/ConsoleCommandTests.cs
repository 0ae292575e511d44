using System.Xml.Linq;
using Halo.NUnitConsole;

namespace Halo.Unit.Tools;

[TestFixture, Category("Unit")]
public sealed class ConsoleCommandTests
{
    [TestCase("passed=\"2\"", 0)]
    [TestCase("passed=\"1\" skipped=\"3\"", 0)]
    [TestCase("warnings=\"1\"", 0)]
    [TestCase("inconclusive=\"1\"", 0)]
    [TestCase("passed=\"0\"", -3)]
    [TestCase("skipped=\"5\"", -3)]
    public void Run_NoFailures_TheCountsDecide(string counts, int code) =>
        Assert.That(ConsoleRun.Of(new FakeSession { Results = RecordedRun.Of(counts) }, "a.dll").ExitCode, Is.EqualTo(code));

    [TestCase(1, 1)]
    [TestCase(100, 100)]
    [TestCase(256, 100)]
    public void Run_Failures_AreTheExitCodeUpToAHundred(int failures, int code)
    {
        var results = RecordedRun.Of("passed=\"1\"", [.. Enumerable.Repeat(RecordedRun.FailedTest, failures)]);
        Assert.That(ConsoleRun.Of(new FakeSession { Results = results }, "a.dll").ExitCode, Is.EqualTo(code));
    }

    [Test]
    public void Run_OnlyATeardownFails_IsNoSuccess() =>
        Assert.That(ConsoleRun.Of(new FakeSession { Results = RecordedRun.Of("passed=\"1\"", RecordedRun.FailedTeardown) }, "a.dll").ExitCode, Is.EqualTo(1));

    [Test]
    public void Run_WrongArguments_ExitWithEveryFault() =>
        Assert.That(ConsoleRun.Of("--foo"), Is.EqualTo(new ConsoleRun(-1, "", "halo-nunit: There is no option '--foo'.\nhalo-nunit: Name at least one test assembly.\nhalo-nunit: See 'halo-nunit --help'.\n")));

    [Test]
    public void Run_AssemblyThatCannotBeLoaded_ExitsWithTheReason() =>
        Assert.That(ConsoleRun.Of(new FakeSession { LoadFault = new InvalidAssemblyException("a.dll: no tests") }, "a.dll"), Is.EqualTo(new ConsoleRun(-2, "", "halo-nunit: a.dll: no tests\n")));

    [Test]
    public void Run_EngineFails_IsUnexpected()
    {
        var run = ConsoleRun.Of(new FakeSession { LoadFault = new InvalidOperationException("broken") }, "a.dll");
        Assert.That((run.ExitCode, run.Error.Contains("Unexpected error: System.InvalidOperationException: broken", StringComparison.Ordinal)), Is.EqualTo((-100, true)));
    }

    [Test]
    public void Run_Help_DocumentsEveryExitCode() =>
        Assert.That(ConsoleRun.Of("a.dll", "--help").Output, Does.Contain("Exit codes:").And.Contain("  -1 ").And.Contain("  -2 ").And.Contain("  -3 ").And.Contain("  -100 ").And.Contain("  130 "));

    [Test]
    public void Run_CtrlC_ReportsWhatHadEnded()
    {
        using var folder = new TemporaryFolder();
        var result = folder.Write("result.xml", "<test-run />");
        var run = ConsoleRun.Of(new FakeSession { Events = [RecordedRun.PassedTest, RecordedRun.FailedTest], IsStopped = true }, "a.dll", "--result", result);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(130));
            Assert.That(run.Output, Does.Contain("1) Failed: Sample.Basic.Fails").And.EndsWith("1 passed, 1 failed, 0 skipped\n"));
            Assert.That(File.ReadAllText(result), Is.Empty, "Results of an earlier run must not pass for those of this one.");
        });
    }

    [Test]
    public void Run_ResultFiles_AreAllWrittenIntoNewFolders()
    {
        using var folder = new TemporaryFolder();
        var files = new[] { folder.File("1.xml"), Path.Combine(folder.Path, "new", "2.xml") };
        var session = new FakeSession { Results = RecordedRun.Of("passed=\"1\"", RecordedRun.PassedTest) };
        ConsoleRun.Of(session, "a.dll", $"--result={files[0]}", $"--result={files[1]}");
        Assert.That(files.Select(file => XNode.DeepEquals(XElement.Load(file), session.Results)), Is.All.True);
    }

    [Test]
    public void Run_ResultFileThatIsAFolder_IsRefusedBeforeTheRun()
    {
        using var folder = new TemporaryFolder();
        Assert.That(ConsoleRun.Of("a.dll", "--result", folder.Path).ExitCode, Is.EqualTo(-1));
    }

    [Test]
    public void Run_Explore_ListsTheNames() =>
        Assert.That(ConsoleRun.Of(new FakeSession { Results = RecordedRun.Of("", RecordedRun.PassedTest, RecordedRun.WarnedTest) }, "a.dll", "--explore"), Is.EqualTo(new ConsoleRun(0, "Sample.Basic.Passes\nSample.Basic.Warns\n2 tests found\n", "")));

    [Test]
    public void Run_ExploreFindsNothing_IsNoSuccess() => Assert.That(ConsoleRun.Of("a.dll", "--explore").ExitCode, Is.EqualTo(-3));
}
