using System.Globalization;

namespace Halo.Reporting;

/// <summary>Round moments along a time axis, as close as their labels allow.</summary>
internal sealed class TimeTicks
{
    private static readonly (double Seconds, string Name)[] Units = [(1, "s"), (60, "min"), (3600, "h"), (86400, "d")];

    private static readonly double[] Steps =
        [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 345600, 604800, 1209600];

    private readonly (double Seconds, string Name) _unit;

    /// <param name="span">The length of the axis in seconds.</param>
    /// <param name="most">How many ticks there is room for, at least 1.</param>
    public TimeTicks(double span, int most)
    {
        Step = StepFor(span / Math.Max(1, most));
        _unit = Units.Last(unit => unit.Seconds <= Math.Max(1, Step));
    }

    /// <summary>The seconds between two ticks.</summary>
    public double Step { get; }

    /// <summary>The label of a tick; the first bears no unit.</summary>
    public string LabelOf(int tick) =>
        tick == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{tick * Step / _unit.Seconds:0.######} {_unit.Name}");

    private static double StepFor(double least)
    {
        if (!(least > 0) || !double.IsFinite(least)) return 1;
        if (least is > 10 and <= 1209600) return Steps.First(step => step >= least);
        var (unit, power) = least > 1209600 ? (86400.0, Power(least / 86400)) : (1.0, Power(least));
        double[] nice = [1, 2, 5, 10];
        return nice.First(factor => factor * power * unit >= least * (1 - 1e-9)) * power * unit;
    }

    private static double Power(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)));
}
