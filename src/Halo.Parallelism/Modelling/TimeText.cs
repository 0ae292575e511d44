using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Times as people read them, from nanoseconds to seconds.</summary>
public static class TimeText
{
    /// <summary>A time in the unit that suits it: "40 ns", "2.5 µs", "12.25 ms", "3 s".</summary>
    /// <param name="seconds">The time in seconds.</param>
    public static string Of(double seconds) => seconds switch
    {
        < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:0} ns"),
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.#} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.##} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s"),
    };
}
