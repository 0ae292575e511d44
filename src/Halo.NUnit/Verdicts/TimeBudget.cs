using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>What one call may take.</summary>
/// <param name="Milliseconds">The time that it must stay below.</param>
/// <param name="MaxBytes">The most bytes that the measuring thread allocates in one call; null for no limit.</param>
/// <param name="Clock">Which time is compared.</param>
internal sealed record TimeBudget(double Milliseconds, long? MaxBytes, PerfClock Clock)
{
    /// <summary>The figure that is compared.</summary>
    public PerfFigure Figure => Clock switch
    {
        PerfClock.Wall => PerfFigure.Wall,
        PerfClock.Net => PerfFigure.Net,
        _ => PerfFigure.Calm,
    };

    /// <summary>The time of one call that is compared, in milliseconds.</summary>
    public double Measure(PerfSample sample) => Clock switch
    {
        PerfClock.Wall => sample.WallMsPerCall,
        PerfClock.Net => sample.NetMsPerCall,
        _ => sample.CalmMsPerCall,
    };

    /// <summary>Every fault of the budget.</summary>
    public IEnumerable<string> Faults()
    {
        if (!(Milliseconds > 0) || double.IsInfinity(Milliseconds))
            yield return string.Create(CultureInfo.InvariantCulture, $"The budget, Milliseconds, is {Milliseconds}; it must be more than 0.");
        if (MaxBytes < 0) yield return string.Create(CultureInfo.InvariantCulture, $"MaxBytes is {MaxBytes}; it must be 0 or more.");
        if (!Enum.IsDefined(Clock)) yield return $"Clock is {Clock}; it must be Wall, Net or Calm.";
    }
}
