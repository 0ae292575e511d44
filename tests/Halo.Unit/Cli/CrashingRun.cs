using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>
/// <c>halo run</c> as a process of its own, killed with signal 9 at random moments and resumed. Every command writes down
/// that it began, so that what the journal promises can be checked from outside.
/// </summary>
internal sealed class CrashingRun(TemporaryFolder folder, int tasks, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Action> _checks = [];

    private string Journal => folder.File("run.journal");

    private string Begun => folder.File("begun");

    /// <summary>How often the process was killed before it had ended.</summary>
    public int Kills { get; private set; }

    /// <summary>The tasks that were run again although the journal had them before the kill.</summary>
    public List<string> RunAgain { get; } = [];

    public void Prepare()
    {
        var items = Enumerable.Range(0, tasks).Select(i => $$"""{"id": "t{{i}}", "type": "x", "dependsOn": [{{string.Join(',', new[] { i - 3, i - 5 }.Where(before => before >= 0).Select(before => $"\"t{before}\""))}}]}""");
        folder.Write("graph.json", $$"""{"tasks": [{{string.Join(",\n", items)}}]}""");
        folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"], "maxConcurrentTasks": 4}]}""");
        folder.Write("begun", "");
    }

    /// <summary>Runs on until a few more tasks have ended, and kills the process a random moment later.</summary>
    public void RunAndKill()
    {
        using var process = Start();
        var target = Ended().Count + _random.Next(6);
        while (Ended().Count < target && !process.WaitForExit(1))
        {
        }

        if (process.WaitForExit(_random.Next(30))) return;
        process.Kill();
        process.WaitForExit();
        Kills++;
        var (ended, before) = (Ended().Keys.ToHashSet(), File.ReadAllLines(Begun).Length);
        _checks.Add(() => RunAgain.AddRange(File.ReadAllLines(Begun).Skip(before).Where(ended.Contains)));
    }

    /// <summary>Runs to the end, and checks every kill against all that was begun behind it.</summary>
    /// <returns>The exit code.</returns>
    public int RunToTheEnd()
    {
        using var process = Start();
        process.WaitForExit();
        foreach (var check in _checks) check();
        return process.ExitCode;
    }

    /// <summary>The whole records of the journal: each task with its result.</summary>
    public Dictionary<string, string> Ended()
    {
        if (!File.Exists(Journal)) return [];
        using var stream = new FileStream(Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => JsonDocument.Parse(line[9..]).RootElement)
            .Where(record => record.TryGetProperty("task", out _))
            .ToDictionary(record => record.GetProperty("task").GetString()!, record => record.GetProperty("result").GetString()!);
    }

    public IEnumerable<string> BegunTasks() => File.ReadAllLines(Begun);

    private Process Start()
    {
        var script = "*=echo {task} >> '" + Begun + "'; sleep 0.01; echo result of {task}";
        string[] arguments = [typeof(HaloCommand).Assembly.Location, "run", folder.File("graph.json"), "--agents", folder.File("agents.json"), "--shell", "--exec", script, "--journal", Journal, "--resume"];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }
}
