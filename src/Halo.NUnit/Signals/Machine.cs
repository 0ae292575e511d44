namespace Halo.NUnit;

/// <summary>The machine that measures: its signals, its yardstick and its clock for waits.</summary>
internal sealed record Machine(IMachineSignals Signals, IYardstick Yardstick, YardstickReference Reference, TimeProvider Time)
{
    /// <summary>This machine.</summary>
    /// <param name="yardstickMs">How long the yardstick is known to take when nothing disturbs it; null when that is not known.</param>
    public static Machine Create(double? yardstickMs)
    {
        IMachineSignals signals = OperatingSystem.IsLinux() && ThreadClock.IsSupported() ? new LinuxSignals() : new PortableSignals();
        return new Machine(signals, new Yardstick(), new YardstickReference(yardstickMs), TimeProvider.System);
    }

    /// <summary>Waits on the calling thread.</summary>
    public void Pause(TimeSpan time) => Task.Delay(time, Time).GetAwaiter().GetResult();
}
