using System.Diagnostics;
using System.Globalization;
using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>The journal of <c>halo run</c>: whose it is, what must not change, and what is said when it fails.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunJournalTests : FolderFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How often; the variable <c>HALO_PAIRS</c> says it for a longer look.</summary>
    private static int Pairs => int.TryParse(Environment.GetEnvironmentVariable("HALO_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var pairs) ? pairs : 5;

    [SetUp]
    public void SetUp()
    {
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"], "maxConcurrentTasks": 4}]}""");
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x", "attributes": {"n": 1}}, {"id": "u", "type": "x", "dependsOn": ["t"]}, {"id": "v", "type": "x"}]}""");
        Folder.Write("log", "");
    }

    [Test]
    public async Task TwoProcesses_OneJournal_OneIsRefusedWithWhoHoldsItAndNoTaskRunsTwice()
    {
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (journal, go) = (Folder.File($"j{pair}"), Folder.File($"go{pair}"));
            Folder.Write("log", "");
            string[] arguments = [typeof(HaloCommand).Assembly.Location, .. Arguments($"*=sh -c \"echo {{task}} >> {Folder.File("log")}; until test -e {go}; do sleep 0.02; done\"", journal, "--resume")];
            using Process first = Start(arguments), second = Start(arguments);
            var refused = await Task.WhenAny(first.WaitForExitAsync(), second.WaitForExitAsync()).WaitAsync(Patience).ContinueWith(_ => first.HasExited ? first : second, TaskScheduler.Default);
            var holder = refused == first ? second : first;
            var said = await refused.StandardError.ReadToEndAsync();
            File.WriteAllText(go, "");
            await holder.WaitForExitAsync().WaitAsync(Patience);
            Assert.Multiple(() =>
            {
                Assert.That((refused.ExitCode, holder.ExitCode), Is.EqualTo((1, 0)), said);
                Assert.That(said, Does.Contain($"is in use by process {holder.Id} on '{Environment.MachineName}', which began at 20"));
                Assert.That(File.ReadAllLines(Folder.File("log")), Is.EquivalentTo(new[] { "t", "u", "v" }));
            });
        }
    }

    [Test]
    public async Task ChangedCommand_IsRefusedByItsAgent()
    {
        await Run("*=true");
        var run = await Run("*=echo");
        Assert.That((run.ExitCode, run.Error.Contains("another command of agent 'a'"), run.Error.Contains("--accept-changes")), Is.EqualTo((1, true, true)), run.Error);
    }

    [Test]
    public async Task ChangedCommand_ThatIsAccepted_KeepsWhatEnded()
    {
        await Run("*=true");
        var run = await Run("*=false", "--accept-changes");
        Assert.That((run.ExitCode, run.Output.Contains("3 of them earlier")), Is.EqualTo((0, true)), run.Error);
    }

    [Test]
    public async Task ChangedAttribute_IsRefused()
    {
        await Run("*=true");
        Folder.Write("graph.json", File.ReadAllText(Folder.File("graph.json")).Replace("\"n\": 1", "\"n\": 2"));
        Assert.That(await Run("*=true"), Has.Property("ExitCode").EqualTo(1).And.Property("Error").Contains("other attributes of tasks"));
    }

    [Test]
    public async Task AcceptChanges_WithoutResume_IsAWrongCommandLine() =>
        Assert.That(await CommandRun.Of([.. Arguments("*=true", Folder.File("j"), "--accept-changes")]), Has.Property("ExitCode").EqualTo(2).And.Property("Error").Contains("--accept-changes needs --resume"));

    [Test]
    public async Task TornJournal_SaysWhatIsCut()
    {
        await Run("*=true");
        await File.WriteAllBytesAsync(Folder.File("j"), (await File.ReadAllBytesAsync(Folder.File("j")))[..^3]);
        var run = await Run("*=true");
        Assert.That((run.ExitCode, run.Error.Contains("j(5): warning HALO403: The last line has no end")), Is.EqualTo((0, true)), run.Error);
    }

    [Test, Platform("Linux")]
    public async Task JournalRemovedByATask_EndsTheRunWithExitCode1()
    {
        var run = await Run($"*=rm -f {Folder.File("j")}");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("j: error HALO404: The journal cannot be written: It was removed or renamed while the run used it. These tasks ended and are not in it"));
    }

    [Test]
    public async Task JournalThatIsAPipe_IsRefusedInsteadOfHanging()
    {
        MakePipe(Folder.File("j"));
        Assert.That(await Run("*=true").WaitAsync(Patience), Has.Property("ExitCode").EqualTo(1).And.Property("Error").Contains("is a folder, a pipe or a device"));
    }

    private Task<CommandRun> Run(string exec, params string[] options) => CommandRun.Of([.. Arguments(exec, Folder.File("j"), ["--resume", .. options])]);

    private string[] Arguments(string exec, string journal, params string[] options) =>
        ["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--exec", exec, "--journal", journal, .. options];

    internal static void MakePipe(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
    }

    private static Process Start(string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }
}
