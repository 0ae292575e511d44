using System.ComponentModel;
using System.Diagnostics;

namespace Halo.Cli;

/// <summary>A program by the means of .NET alone: it can be killed with its descendants, but not be asked to end.</summary>
internal sealed class WindowsChild : IChild
{
    private readonly Process _process;

    private WindowsChild(Process process)
    {
        _process = process;
        Exited = WaitAsync(process);
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Errors => _process.StandardError.BaseStream;

    public Task<int?> Exited { get; }

    public bool IsLeft => !_process.HasExited;

    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static WindowsChild Start(IReadOnlyList<string> words, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new WindowsChild(process);
    }

    public bool Ask() => false;

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static async Task<int?> WaitAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
