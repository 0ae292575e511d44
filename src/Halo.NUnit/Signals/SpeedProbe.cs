namespace Halo.NUnit;

/// <summary>Tells how much slower than its own best the machine is just now.</summary>
internal sealed class SpeedProbe(Machine machine)
{
    private const int Runs = 3;

    /// <summary>
    /// The slowdown now: 1 for as fast as ever; 1 too without signals, which net time needs. The best of a few runs, since one
    /// alone may be slow by what the thread before it left in the caches, and an excuse must be certain.
    /// </summary>
    public double Slowdown()
    {
        if (!machine.Signals.HasSignals) return 1;
        var fastest = Run();
        for (var i = 1; i < Runs; i++) fastest = Math.Min(fastest, Run());
        return machine.Reference.SlowdownOf(fastest);
    }

    private double Run()
    {
        machine.Yardstick.Warm();
        var start = machine.Signals.Begin();
        machine.Yardstick.Run();
        return machine.Signals.End().Since(start, 1).NetMs;
    }
}
