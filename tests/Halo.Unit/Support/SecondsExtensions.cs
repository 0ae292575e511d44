namespace Halo.Unit;

/// <summary>Times as tests write them: <c>12.5.Seconds()</c>.</summary>
internal static class SecondsExtensions
{
    public static TimeSpan Seconds(this double seconds) => TimeSpans.FromSeconds(seconds);

    public static TimeSpan Seconds(this int seconds) => TimeSpan.FromSeconds(seconds);
}
