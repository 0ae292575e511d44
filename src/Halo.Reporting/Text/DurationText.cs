using System.Globalization;

namespace Halo.Reporting;

/// <summary>Seconds as people read them: two units at most.</summary>
public static class DurationText
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;
    private const double MostInDays = 1e9;

    /// <summary>"12.5 s", "15 min 27 s", "16 h 45 min", "3 d 4 h".</summary>
    public static string Of(double seconds) => seconds switch
    {
        < 2 * Minute => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s"),
        < 2 * Hour => Pair(seconds, Minute, "min", 1, "s"),
        < 2 * Day => Pair(seconds, Hour, "h", Minute, "min"),
        < MostInDays => Pair(seconds, Day, "d", Hour, "h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###e+0} s"),
    };

    /// <summary>The same with the exact seconds behind it, where they were rounded or put into other units.</summary>
    public static string Exact(double seconds)
    {
        var (text, exact) = (Of(seconds), string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s"));
        return text == exact || seconds >= MostInDays ? text : $"{text} ({exact})";
    }

    private static string Pair(double seconds, double large, string largeUnit, double small, string smallUnit)
    {
        var inSmall = Math.Round(seconds / small);
        var (whole, rest) = (Math.Floor(inSmall / (large / small)), inSmall % (large / small));
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole:0} {largeUnit}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole:0} {largeUnit} {rest:0} {smallUnit}");
    }
}
