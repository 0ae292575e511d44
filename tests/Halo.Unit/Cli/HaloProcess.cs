using System.Diagnostics;
using System.Globalization;
using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>The command as a process of its own, with a mark by which everything that it starts can be found.</summary>
internal sealed class HaloProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process _process;

    private HaloProcess(IEnumerable<string> before, IEnumerable<string> arguments)
    {
        string[] words = [.. before, "dotnet", typeof(HaloCommand).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HALO_TEST_MARK"] = _mark;
        _process = Process.Start(start)!;
        Output = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    public Task<string> Output { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>With the signals as a terminal has them: a test run in the background hands on that it ignores some.</summary>
    public static HaloProcess Start(params string[] arguments) => new(OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP,QUIT,TERM"] : [], arguments);

    /// <summary>After words that start it, such as those of a shell that sets up signals.</summary>
    public static HaloProcess StartAfter(string[] words, params string[] arguments) => new(words, arguments);

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code.</summary>
    public int WaitForEnd()
    {
        Assert.That(_process.WaitForExit(Patience), "It does not end.");
        return _process.ExitCode;
    }

    /// <summary>What it started and what still runs, by command lines; a process that has ended and is not waited for does not.</summary>
    public IReadOnlyList<string> Left()
    {
        var left = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1])))
        {
            try
            {
                if (Path.GetFileName(folder) == _process.Id.ToString(CultureInfo.InvariantCulture)) continue;
                if (File.ReadAllText($"{folder}/environ").Contains(_mark, StringComparison.Ordinal)) left.Add(File.ReadAllText($"{folder}/cmdline").Replace('\0', ' '));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It has ended, or is another user's.
            }
        }

        return left;
    }

    /// <summary>Waits until nothing that it started is left.</summary>
    /// <returns>What is left nevertheless.</returns>
    public IReadOnlyList<string> LeftAfter(TimeSpan time)
    {
        SpinWait.SpinUntil(() => Left().Count == 0, time);
        return Left();
    }

    /// <summary>Waits for a file that a command writes.</summary>
    public static void Await(string file) => Assert.That(SpinWait.SpinUntil(() => File.Exists(file), Patience), $"{Path.GetFileName(file)} does not come.");

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
