using System.Diagnostics;

namespace Halo.NUnit;

/// <summary>Clocks without waiting times, for systems that do not tell them.</summary>
internal sealed class PortableSignals : IMachineSignals
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    public bool HasSignals => false;

    public MachineReading Begin() => ProcessSignals.Read() with { Wall = Now(), Bytes = GC.GetAllocatedBytesForCurrentThread() };

    public MachineReading End()
    {
        var (bytes, wall) = (GC.GetAllocatedBytesForCurrentThread(), Now());
        return ProcessSignals.Read() with { Wall = wall, Bytes = bytes };
    }

    private static long Now() => (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);
}
