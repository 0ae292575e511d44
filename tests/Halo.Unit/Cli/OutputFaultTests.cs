using Halo.Cli;
using Halo.Results;
using Halo.Unit.Results;

namespace Halo.Unit.Cli;

/// <summary>Whatever a command writes, and wherever that fails: it exits with 1 and says why in one line.</summary>
[TestFixture, Category("Unit")]
public sealed class OutputFaultTests : FolderFixture
{
    private const string Reason = "the disk is full";

    [TestCase("--help")]
    [TestCase("--version")]
    [TestCase("route --help")]
    [TestCase("route FOLDER --format text")]
    [TestCase("route FOLDER --format json")]
    [TestCase("route FOLDER --format md")]
    [TestCase("route FOLDER --format mermaid")]
    [TestCase("route FOLDER --format dot")]
    [TestCase("explain FOLDER t")]
    [TestCase("explain FOLDER t --format json")]
    [TestCase("schedule FOLDER")]
    [TestCase("schedule FOLDER --format json")]
    [TestCase("schedule FOLDER --format dot")]
    [TestCase("schedule FOLDER --explain t")]
    [TestCase("schedule FOLDER --what-if a=+1")]
    [TestCase("schedule FOLDER --what-if a=+1 --format json")]
    [TestCase("check FOLDER")]
    [TestCase("check FOLDER --format json")]
    [TestCase("check FOLDER --format sarif")]
    [TestCase("run FOLDER --exec *=true")]
    [TestCase("run FOLDER --exec *=true --dry-run")]
    [TestCase("perf report FOLDER")]
    [TestCase("perf report FOLDER --format html")]
    [TestCase("perf report FOLDER --format junit")]
    [TestCase("perf report FOLDER --export -")]
    [TestCase("perf compare FOLDER FOLDER")]
    [TestCase("perf gate FOLDER --baseline FOLDER")]
    [TestCase("perf accept FOLDER --baseline FOLDER/new.json")]
    [TestCase("perf advise FOLDER")]
    public async Task StandardOutput_AnyWriteFails_IsOneLine(string command)
    {
        WriteInputs();
        string[] words = [.. command.Split(' ').Select(word => word.Replace("FOLDER", Folder.Path, StringComparison.Ordinal))];
        foreach (var colors in (bool[])[false, true])
        {
            var whole = new BrokenStream();
            Assert.That(await CommandRun.Of(whole, words, colors: colors), Is.EqualTo(new CommandRun(0, "", "")));
            Assert.That(whole.Writes, Is.Positive);
            foreach (var stream in Faults(whole, isTable: colors && words[0] == "run"))
            {
                var run = await CommandRun.Of(stream, words, colors: colors);
                Assert.That(run, Is.EqualTo(new CommandRun(1, "", $"halo: cannot write standard output: {Reason}\n")), stream.ToString());
            }
        }
    }

    [Test]
    public void File_AnyWriteFails_IsOneLineAndTheOldFile()
    {
        var file = Folder.Write("plan.txt", "old");
        foreach (var stream in WriteFaults.Of(writes: 2, flushes: 1))
        {
            using var error = new StringWriter { NewLine = "\n" };
            var streams = new CommandStreams(Stream.Null, Stream.Null, error, false);
            var code = OutputTarget.Write(file, streams, target => WriteTwice(target, stream), CancellationToken.None);
            Assert.That((code, error.ToString()), Is.EqualTo((1, $"halo: cannot write '{file}': {Reason}\n")));
            Assert.That((File.ReadAllText(file), Directory.GetFileSystemEntries(Folder.Path).Length), Is.EqualTo(("old", 1)));
        }
    }

    [Test]
    public void StandardError_AnyWriteFails_IsPassedOver()
    {
        foreach (var stream in WriteFaults.Of(writes: 2, flushes: 2))
        {
            var error = CommandStreams.TextOver(new BestEffortStream(stream));
            for (var i = 0; i < 3; i++) error.WriteLine("a fault");
            Assert.That(stream.Writes, Is.EqualTo(3));
        }
    }

    [TestCase("1>/dev/full", "--help", 1)]
    [TestCase("2>/dev/full", "route", 1)]
    [Platform("Linux")]
    public void Process_FullDevice_ExitsAsUsual(string redirection, string command, int code)
    {
        using var halo = HaloProcess.StartAfter(["sh", "-c", $"exec \"$@\" {redirection}", "sh"], command, Folder.File("nowhere"));
        Assert.That(halo.WaitForEnd(), Is.EqualTo(code));
    }

    [Test]
    public async Task PerfReport_LineCutOff_IsSaidAndTheRestShown()
    {
        WriteInputs();
        var file = PerfResults.FileOf(Folder.Path, Attempts.RunName(1));
        File.AppendAllText(file, "{\"run\":");
        var run = await CommandRun.Of("perf", "report", Folder.Path);
        var note = $"{file}:2: the line is cut off, as when the disk is full or the process is killed; its attempt is left out.\n";
        Assert.That((run.ExitCode, run.Output[..6], run.Error), Is.EqualTo((0, "1 test", note)));
    }

    // How often a table of a run is drawn depends on the time.
    private static IEnumerable<BrokenStream> Faults(BrokenStream whole, bool isTable) =>
        isTable ? WriteFaults.Of(1, 1) : WriteFaults.Of(whole.Writes, whole.Flushes);

    private static void WriteTwice(Stream target, BrokenStream stream)
    {
        for (var i = 0; i < 2; i++)
        {
            target.Write("new"u8);
            stream.Write("new"u8);
        }

        stream.Flush();
    }

    private void WriteInputs()
    {
        Folder.Write("graph.json", """{"tasks":[{"id":"t","type":"x"},{"id":"u","type":"x","dependsOn":["t"]}]}""");
        Folder.Write("rules.json", """{"rules":[]}""");
        Folder.Write("agents.json", """{"agents":[{"name":"a","types":["x"]}]}""");
        PerfResults.Append(Folder.Path, Attempts.Of("Shop.Cart.Total", 1, [61.5, 62.8, 62]));
    }
}
