using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Says why work is done as it is advised.</summary>
internal static class ReasonText
{
    /// <summary>Why so many workers are better than one.</summary>
    public static string Parallel(WorkProfile profile, Candidate chosen, int mostWorkers)
    {
        var kind = profile.IsWaiting
            ? Say($"Items wait {1 - profile.CpuShare:P0} of their {Time(profile.ItemSeconds)}, so that more of them than processors can be under way")
            : profile.MeasuredGain is { } gain
                ? Say($"Items calculate {profile.CpuShare:P0} of their {Time(profile.ItemSeconds)}, and {profile.Together} at once were measured to get {gain:0.00} times as much done")
                : Say($"Items calculate {profile.CpuShare:P0} of their {Time(profile.ItemSeconds)}; what several at once gain was not measured");
        return chosen.Workers == mostWorkers ? $"{kind}; more workers are not allowed." : $"{kind}; more workers gain nothing.";
    }

    /// <summary>Why one worker is best.</summary>
    public static string Serial(WorkProfile profile, SearchSpace space, Candidate best)
    {
        if (space.Count <= 1) return "There is nothing left that could be done at the same time.";
        if (space.MostWorkers <= 1) return "One worker is all that the limits allow.";
        if (profile.MeasuredGain is < 1.1) return Say($"{profile.Together} items at once get only {profile.MeasuredGain:0.00} times as much done as one: they take each other's processors, memory or locks.");
        var (serial, spawn) = (WorkerSearch.SerialSeconds(profile, space.Count), Math.Min(space.PoolSeconds, space.ThreadSeconds));
        if (serial < 2 * spawn) return Say($"All of it takes {Time(serial)}, and starting another worker costs {Time(spawn)}.");
        if (profile.SourceSeconds > profile.ItemSeconds / 2) return Say($"Fetching an item takes {Time(profile.SourceSeconds)} and doing it {Time(profile.ItemSeconds)}: the source is what bounds the pace.");
        return Say($"The best that was found, {best.Workers} workers, would gain only {(serial / best.Seconds) - 1:P0}: an item takes {Time(profile.ItemSeconds)}, handing one over {Time(profile.HandOverSeconds)}.");
    }

    /// <summary>A time in the unit that suits it.</summary>
    public static string Time(double seconds) => seconds switch
    {
        < 1e-6 => Say($"{seconds * 1e9:0} ns"),
        < 1e-3 => Say($"{seconds * 1e6:0.#} µs"),
        < 1 => Say($"{seconds * 1e3:0.##} ms"),
        _ => Say($"{seconds:0.##} s"),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
