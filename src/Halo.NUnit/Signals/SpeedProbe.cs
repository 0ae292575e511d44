namespace Halo.NUnit;

/// <summary>Tells how much slower than its own best the machine was while something ran, by short runs of yardsticks in between.</summary>
internal sealed class SpeedProbe(Machine machine, PerfBound bound)
{
    private readonly List<double> _processor = [];
    private readonly List<double> _memory = [];

    /// <summary>Looks at the speed just now.</summary>
    public void Probe()
    {
        if (!machine.Signals.HasSignals) return;
        _processor.Add(machine.Processor.RunMs(machine.Time));
        if (bound == PerfBound.Memory) _memory.Add(machine.Memory.RunMs(machine.Time));
    }

    /// <summary>The slowdown since this was asked last: 1 for as fast as ever; 1 too without signals, which net time needs.</summary>
    public double TakeSlowdown()
    {
        var slowdown = Math.Max(machine.Processor.SlowdownOf(_processor), machine.Memory.SlowdownOf(_memory));
        _processor.Clear();
        _memory.Clear();
        return slowdown;
    }
}
