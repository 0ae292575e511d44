using System.ComponentModel;
using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>How long a child process that does nothing takes from its start until its end is seen.</summary>
internal sealed class ProcessProbe : ISpawnProbe
{
    private static readonly string[] Command = OperatingSystem.IsWindows() ? ["cmd.exe", "/d", "/c", "exit"] : ["true"];

    public SpawnMethod Method => SpawnMethod.ChildProcess;

    public TimeSpan? Start(TimeSpan timeout)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(Command[0], Command[1..]) { UseShellExecute = false, CreateNoWindow = true })!;
            if (process.WaitForExit(timeout)) return Stopwatch.GetElapsedTime(start);
            process.Kill();
            return null;
        }
        catch (Exception fault) when (fault is Win32Exception or PlatformNotSupportedException)
        {
            throw new InvalidOperationException($"'{Command[0]}' cannot be started: {fault.Message}", fault);
        }
    }
}
