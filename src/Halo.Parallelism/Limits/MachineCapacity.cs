namespace Halo.Parallelism;

/// <summary>What this process may use of the machine at one moment.</summary>
public sealed record MachineCapacity
{
    /// <summary>Logical processors that the process may run on; at least 1.</summary>
    public required int Processors { get; init; }

    /// <summary>Processor time that the control groups allow, in processors; null without a limit.</summary>
    public double? CpuQuota { get; init; }

    /// <summary>Physical cores of these processors; null when the system does not tell.</summary>
    public int? PhysicalCores { get; init; }

    /// <summary>Bytes of memory that are available, limits of control groups included; null when the system does not tell.</summary>
    public long? AvailableMemory { get; init; }

    /// <summary>What could not be read and what stands in its place, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Processors that can be busy at one time, the quota included; it may be a fraction.</summary>
    public double Cores => Math.Min(Processors, CpuQuota ?? Processors);

    /// <summary>The most workers that calculations can keep busy: <see cref="Cores"/> rounded up.</summary>
    public int MostBusy => Math.Max(1, (int)Math.Ceiling(Cores));
}
