using System.Globalization;

namespace Halo.Results;

/// <summary>Figures and budgets as people read them, with their units.</summary>
internal static class Amount
{
    /// <summary>A measured figure in three digits: <c>62.8 ms</c>, <c>1.13x</c>, <c>exponent 1.02</c>, <c>8424 B</c>.</summary>
    public static string Measured(double value, PerfCheckKind kind) =>
        WithUnit(kind == PerfCheckKind.Allocation ? value.ToString("0", CultureInfo.InvariantCulture) : ThreeDigits(value), kind);

    /// <summary>A budget, exactly as it is written.</summary>
    public static string Budget(double value, PerfCheckKind kind) => WithUnit(value.ToString("R", CultureInfo.InvariantCulture), kind);

    public static string Milliseconds(double value) => Measured(value, PerfCheckKind.Time);

    /// <summary>A change by a share: <c>+5.2 %</c>.</summary>
    public static string Shift(double share) => (share * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A share in whole percent: <c>37 %</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A probability in four digits; what is less is said to be less.</summary>
    public static string Probability(double value) => value < 0.0001 ? "<0.0001" : value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string WithUnit(string number, PerfCheckKind kind) => kind switch
    {
        PerfCheckKind.Time => number + " ms",
        PerfCheckKind.Ratio => number + "x",
        PerfCheckKind.Scaling => "exponent " + number,
        _ => number + " B",
    };

    private static string ThreeDigits(double value)
    {
        var decimals = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 9);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
