namespace Halo.NUnit;

/// <summary>Tells how much slower than its own best the machine was while something ran, by short runs of yardsticks in between.</summary>
internal sealed class SpeedProbe(Machine machine, PerfBound bound)
{
    private readonly (SpeedScale Scale, List<double> Runs)[] _scales = [.. machine.ScalesOf(bound).Select(scale => (scale, new List<double>()))];

    /// <summary>Looks at the speed just now.</summary>
    public void Probe()
    {
        if (!machine.Signals.HasSignals) return;
        foreach (var (scale, runs) in _scales) runs.Add(scale.RunMs(machine.Time));
    }

    /// <summary>
    /// The slowdown since this was asked last, by the yardstick that shows least and by the one that shows most: 1 for as fast
    /// as ever; 1 too without signals, which net time needs.
    /// </summary>
    public (double Least, double Most) TakeSlowdown()
    {
        var slowdowns = Array.ConvertAll(_scales, scale => scale.Scale.SlowdownOf(scale.Runs));
        foreach (var (_, runs) in _scales) runs.Clear();
        return (slowdowns.Min(), slowdowns.Max());
    }
}
