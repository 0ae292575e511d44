using System.Runtime.Versioning;

namespace Halo.NUnit;

/// <summary>What Linux tells about the calling thread, the other threads of the process and the hypervisor.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxSignals : IMachineSignals
{
    private const string MachineStatistics = "/proc/stat";
    private const string Tasks = "/proc/self/task";

    private static ReadOnlySpan<byte> CompilerThread => ".NET Tiered Com"u8; // as far as the kernel keeps a name

    public bool HasSignals => true;

    public MachineReading Begin()
    {
        var machine = ReadMachine();
        var thread = ThreadClock.Read();
        return Complete(machine, thread, GC.GetAllocatedBytesForCurrentThread());
    }

    public MachineReading End()
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var thread = ThreadClock.Read();
        return Complete(ReadMachine(), thread, bytes);
    }

    private static MachineReading Complete(MachineReading machine, ThreadTimes thread, long bytes) => machine with
    {
        Wall = thread.Wall,
        Cpu = thread.Cpu,
        RunDelay = thread.RunDelay,
        Bytes = bytes,
    };

    private static MachineReading ReadMachine()
    {
        var (cpu, steal) = MachineTimes.Read(MachineStatistics);
        return ProcessSignals.Read() with { MachineCpu = cpu, Steal = steal, OthersRunDelay = ReadOthersRunDelay() };
    }

    // The runtime's compiler thread is left out: no call waits for it.
    private static long ReadOthersRunDelay()
    {
        Span<byte> line = stackalloc byte[80];
        var sum = 0L;
        foreach (var task in Folders())
        {
            try
            {
                if (ReadLine(task, "comm", line).StartsWith(CompilerThread)) continue;
                var figures = new ProcFigures(ReadLine(task, "schedstat", line));
                figures.Next();
                sum += figures.Next();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
            {
                // The thread has ended since the folder was listed.
            }
        }

        return Math.Max(0, sum - ThreadClock.Read().RunDelay);
    }

    private static string[] Folders()
    {
        try
        {
            return Directory.GetDirectories(Tasks);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static ReadOnlySpan<byte> ReadLine(string task, string name, Span<byte> line)
    {
        using var file = File.OpenHandle(Path.Combine(task, name));
        return line[..RandomAccess.Read(file, line, 0)];
    }
}
