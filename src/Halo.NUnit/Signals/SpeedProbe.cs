namespace Halo.NUnit;

/// <summary>Tells how much slower than its own best the machine is just now.</summary>
internal sealed class SpeedProbe(Machine machine)
{
    private const int FirstRuns = 8;

    /// <summary>The slowdown of one run of the yardstick: 1 for as fast as ever; 1 too without signals, which net time needs.</summary>
    public double Slowdown()
    {
        if (!machine.Signals.HasSignals) return 1;

        // The first run of a process would be its own best.
        if (double.IsPositiveInfinity(machine.Reference.FastestMs)) for (var i = 0; i < FirstRuns; i++) Run();
        return Run();
    }

    private double Run()
    {
        machine.Yardstick.Warm();
        var start = machine.Signals.Begin();
        machine.Yardstick.Run();
        return machine.Reference.SlowdownOf(machine.Signals.End().Since(start, 1).NetMs);
    }
}
