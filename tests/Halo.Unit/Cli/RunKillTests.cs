using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Halo.Unit.Cli;

/// <summary>
/// Ends <c>halo run</c> at random moments, by SIGTERM or kill -9, and resumes it: nothing is lost, nothing that has ended runs again,
/// no two copies of a task run at one time, and no process is left. HALO_KILLS says how often; 6 times otherwise.
/// </summary>
[TestFixture, Category("Unit"), Platform("Linux")]
public sealed class RunKillTests : FolderFixture
{
    // Each command holds a lock as long as it runs; one that cannot get it runs beside a copy of itself. The child is an orphan.
    private const string Script =
        "exec 8>> DIR/lock-$HALO_TASK; flock -n 8 || echo $HALO_TASK >> DIR/twice; echo $HALO_TASK >> DIR/begun; ( ( sleep 0.2 ) & ); sleep 0.1; echo result of $HALO_TASK";

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("HALO_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 6;

    [TestCase("TERM", 143, 11)]
    [TestCase("KILL", 137, 12)]
    public void Run_EndedAtRandomMoments_LosesNothingAndLeavesNoProcess(string signal, int code, int seed)
    {
        var (random, tasks, kills) = (new Random(seed), (Kills * 8) + 10, 0);
        var (again, left) = (new List<string>(), new List<string>());
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"], "maxConcurrentTasks": 3}]}""");
        Folder.Write("graph.json", $$"""{"tasks": [{{string.Join(',', Enumerable.Range(0, tasks).Select(i => $$"""{"id": "t{{i}}", "type": "x", "dependsOn": [{{(i < 3 ? "" : $"\"t{i - 3}\"")}}]}"""))}}]}""");
        Folder.Write("begun", "");
        for (var turn = 0; kills < Kills && turn < Kills * 2; turn++)
        {
            var before = File.ReadAllLines(Folder.File("begun")).Length;
            using var run = Start();
            SpinWait.SpinUntil(() => run.HasEnded || File.ReadAllLines(Folder.File("begun")).Length > before, TimeSpan.FromSeconds(60));
            Thread.Sleep(random.Next(250));
            run.Signal(signal);
            if (run.WaitForEnd() == code) kills++;
            if (signal == "TERM") left.AddRange(run.Left());
            var (ended, begun) = (Ended(), File.ReadAllLines(Folder.File("begun")).Length);
            using var next = Start(); // at once: what was killed may still be dying
            SpinWait.SpinUntil(() => next.HasEnded || File.ReadAllLines(Folder.File("begun")).Length > begun, TimeSpan.FromSeconds(60));
            again.AddRange(File.ReadAllLines(Folder.File("begun")).Skip(begun).Where(ended.ContainsKey));
            next.Signal(signal);
            if (next.WaitForEnd() == code) kills++;
            left.AddRange(run.LeftAfter(TimeSpan.FromSeconds(3)));
            left.AddRange(next.LeftAfter(TimeSpan.FromSeconds(3)));
        }

        using var last = Start();
        var exit = last.WaitForEnd();
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero, $"seed {seed}");
            Assert.That(kills, Is.GreaterThanOrEqualTo(Kills), "So often it was ended.");
            Assert.That(left, Is.Empty, "No process is left.");
            Assert.That(again, Is.Empty, "They had ended before.");
            Assert.That(File.Exists(Folder.File("twice")) ? File.ReadAllLines(Folder.File("twice")) : [], Is.Empty, "Two copies ran at one time.");
            Assert.That(Ended(), Is.EquivalentTo(Enumerable.Range(0, tasks).ToDictionary(i => $"t{i}", i => $"result of t{i}")), "Nothing is lost.");
            Assert.That(last.LeftAfter(TimeSpan.FromSeconds(1)), Is.Empty);
            Assert.That(File.Exists(Folder.File("run.journal.commands")), Is.False, "The guard is taken away.");
        });
    }

    private HaloProcess Start() => HaloProcess.Start(
        "run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--shell", "--exec", $"*={Script.Replace("DIR", Folder.Path)}", "--journal", Folder.File("run.journal"), "--resume");

    private Dictionary<string, string> Ended()
    {
        if (!File.Exists(Folder.File("run.journal"))) return [];
        using var stream = new FileStream(Folder.File("run.journal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => JsonDocument.Parse(line[9..]).RootElement)
            .Where(record => record.TryGetProperty("task", out _))
            .ToDictionary(record => record.GetProperty("task").GetString()!, record => record.GetProperty("result").GetString()!);
    }
}
