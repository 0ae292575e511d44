using Halo.Results;

namespace Halo.NUnit;

/// <summary>What has run up until one moment, in nanoseconds; two readings of one thread make a sample.</summary>
internal readonly record struct MachineReading
{
    public long Wall { get; init; }

    public long Cpu { get; init; }

    public long RunDelay { get; init; }

    public long Steal { get; init; }

    public long ProcessCpu { get; init; }

    /// <summary>Processor time of all processes.</summary>
    public long MachineCpu { get; init; }

    public long OthersRunDelay { get; init; }

    public long GcPause { get; init; }

    public long Jit { get; init; }

    /// <summary>Bytes that the thread has allocated.</summary>
    public long Bytes { get; init; }

    /// <summary>What ran up since an earlier reading. A figure never falls: threads that have ended take theirs along.</summary>
    public PerfSample Since(MachineReading start, int calls) => new()
    {
        Calls = calls,
        WallMs = Milliseconds(start.Wall, Wall),
        CpuMs = Milliseconds(start.Cpu, Cpu),
        RunDelayMs = Milliseconds(start.RunDelay, RunDelay),
        StealMs = Milliseconds(start.Steal, Steal),
        ProcessCpuMs = Milliseconds(start.ProcessCpu, ProcessCpu),
        NeighborCpuMs = Milliseconds(start.MachineCpu - start.ProcessCpu, MachineCpu - ProcessCpu),
        OthersRunDelayMs = Milliseconds(start.OthersRunDelay, OthersRunDelay),
        GcPauseMs = Milliseconds(start.GcPause, GcPause),
        JitMs = Milliseconds(start.Jit, Jit),
        Bytes = Bytes - start.Bytes,
    };

    private static double Milliseconds(long start, long end) => Math.Max(0, end - start) / 1e6;
}
