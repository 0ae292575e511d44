namespace Halo.NUnit;

/// <summary>The machine that measures: its signals, its speed and its clock for waits.</summary>
internal sealed record Machine(IMachineSignals Signals, SpeedScale Processor, SpeedScale Memory, TimeProvider Time)
{
    /// <summary>This machine.</summary>
    /// <param name="processorMs">How long the processor's yardstick is known to take when nothing disturbs it; null when that is not known.</param>
    /// <param name="memoryMs">The same of the memory's yardstick.</param>
    public static Machine Create(double? processorMs, double? memoryMs)
    {
        IMachineSignals signals = OperatingSystem.IsLinux() && ThreadClock.IsSupported() ? new LinuxSignals() : new PortableSignals();
        var machine = new Machine(
            signals, new SpeedScale(new Yardstick(), new YardstickReference(processorMs)), new SpeedScale(new MemoryYardstick(), new YardstickReference(memoryMs)), TimeProvider.System);
        if (!signals.HasSignals) return machine;
        machine.Processor.Calibrate(machine.Time);
        machine.Memory.Calibrate(machine.Time);
        return machine;
    }

    /// <summary>Waits on the calling thread.</summary>
    public void Pause(TimeSpan time) => Task.Delay(time, Time).GetAwaiter().GetResult();
}
