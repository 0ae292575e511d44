namespace Halo.NUnit;

/// <summary>What a measurement needs of the machine: its signals, its speed and its clock for waits.</summary>
/// <param name="Signals">Clocks and waiting times.</param>
/// <param name="Throughput">Its speed at independent calculations.</param>
/// <param name="Latency">Its speed at calculations that wait for each other.</param>
/// <param name="Memory">Its speed at random reads beyond the caches.</param>
/// <param name="Time">The clock of waits.</param>
internal sealed record Machine(IMachineSignals Signals, SpeedScale Throughput, SpeedScale Latency, SpeedScale Memory, TimeProvider Time)
{
    /// <summary>This machine.</summary>
    /// <param name="processorMs">How long the processor's yardstick is known to take when nothing disturbs it; null when that is not known.</param>
    /// <param name="memoryMs">The same of the memory's yardstick.</param>
    public static Machine Create(double? processorMs, double? memoryMs)
    {
        IMachineSignals signals = OperatingSystem.IsLinux() && ThreadClock.IsSupported() ? new LinuxSignals() : new PortableSignals();
        var machine = new Machine(
            signals,
            new SpeedScale(new ThroughputYardstick(), new YardstickReference(processorMs)),
            new SpeedScale(new LatencyYardstick(), new YardstickReference(given: null)),
            new SpeedScale(new MemoryYardstick(), new YardstickReference(memoryMs)),
            TimeProvider.System);
        if (!signals.HasSignals) return machine;
        foreach (var scale in (SpeedScale[])[machine.Throughput, machine.Latency, machine.Memory]) scale.Calibrate(machine.Time);
        return machine;
    }

    /// <summary>The speeds that code depends on.</summary>
    public IReadOnlyList<SpeedScale> ScalesOf(PerfBound bound) => bound == PerfBound.Memory ? [Memory] : [Throughput, Latency];

    /// <summary>Waits on the calling thread.</summary>
    public void Pause(TimeSpan time) => Task.Delay(time, Time).GetAwaiter().GetResult();
}
