using System.Globalization;

namespace Halo.Reporting;

/// <summary>Times as people read them: two units at most.</summary>
public static class DurationText
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;
    private const double MostInDays = 1e9;

    /// <summary>"12.5 s", "15 min 27 s", "16 h 45 min", "3 d 4 h".</summary>
    public static string Of(TimeSpan time) => OfSeconds(time.TotalSeconds);

    /// <summary>The same with the exact seconds after it, where they were rounded or put into other units.</summary>
    public static string Exact(TimeSpan time)
    {
        var (seconds, text) = (time.TotalSeconds, Of(time));
        var exact = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s");
        return text == exact || seconds >= MostInDays ? text : $"{text} ({exact})";
    }

    internal static string OfSeconds(double seconds) => seconds switch
    {
        < 2 * Minute => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s"),
        < 2 * Hour => Pair(seconds, Minute, "min", 1, "s"),
        < 2 * Day => Pair(seconds, Hour, "h", Minute, "min"),
        < MostInDays => Pair(seconds, Day, "d", Hour, "h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###e+0} s"),
    };

    private static string Pair(double seconds, double large, string largeUnit, double small, string smallUnit)
    {
        var inSmall = Math.Round(seconds / small);
        var (whole, rest) = (Math.Floor(inSmall / (large / small)), inSmall % (large / small));
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole:0} {largeUnit}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole:0} {largeUnit} {rest:0} {smallUnit}");
    }
}
