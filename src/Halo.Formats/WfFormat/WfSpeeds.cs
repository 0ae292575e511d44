namespace Halo.Formats;

/// <summary>
/// How fast machines are beside the first one whose MHz are known. A recorded time is one of the machine that it was recorded on,
/// so that an estimate is that time at the speed of the first machine.
/// </summary>
internal sealed class WfSpeeds
{
    private readonly Dictionary<string, double> _speeds = new(StringComparer.Ordinal);

    public WfSpeeds(IEnumerable<WfMachine> machines)
    {
        double? first = null;
        foreach (var machine in machines)
        {
            if (machine.SpeedInMHz is not { } speed) continue;
            first ??= speed;
            _speeds.TryAdd(machine.Name, speed / first.Value);
        }
    }

    /// <summary>The speed of a machine; 1 where it is unknown.</summary>
    public double Of(string? machine) => machine is not null && _speeds.TryGetValue(machine, out var speed) ? speed : 1;
}
