using System.Runtime.Versioning;

namespace Halo.NUnit;

/// <summary>What Linux tells about the calling thread, the other threads of the process and the hypervisor.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxSignals : IMachineSignals
{
    private const string MachineStatistics = "/proc/stat";
    private const string Tasks = "/proc/self/task";
    private const long NanosecondsPerTick = 10_000_000;
    private const int StealColumn = 8;

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

    private static MachineReading ReadMachine() => ProcessSignals.Read() with { Steal = ReadSteal(), OthersRunDelay = ReadOthersRunDelay() };

    private static long ReadSteal()
    {
        Span<byte> line = stackalloc byte[256];
        using var file = File.OpenHandle(MachineStatistics);
        var figures = new ProcFigures(line[..RandomAccess.Read(file, line, 0)]);
        for (var column = 1; column < StealColumn; column++) figures.Next();
        return figures.Next() * NanosecondsPerTick;
    }

    private static long ReadOthersRunDelay()
    {
        Span<byte> line = stackalloc byte[80];
        var sum = 0L;
        foreach (var task in Directory.EnumerateDirectories(Tasks))
        {
            try
            {
                using var file = File.OpenHandle(Path.Combine(task, "schedstat"));
                var figures = new ProcFigures(line[..RandomAccess.Read(file, line, 0)]);
                figures.Next();
                sum += figures.Next();
            }
            catch (Exception fault) when (fault is IOException or FormatException)
            {
                // The thread has ended since the folder was listed.
            }
        }

        return sum - ThreadClock.Read().RunDelay;
    }
}
