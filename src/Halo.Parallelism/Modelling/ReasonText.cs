using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Says why work is done as it is advised.</summary>
internal static class ReasonText
{
    /// <summary>Why so many workers are better than one.</summary>
    public static string Parallel(WorkProfile profile, Candidate chosen, int mostWorkers)
    {
        var kind = profile.IsWaiting
            ? Say($"Items wait {1 - profile.CpuShare:P0} of their {TimeText.Of(profile.ItemSeconds)}, so that more of them than processors can be under way")
            : profile.MeasuredGain is { } gain
                ? Say($"Items calculate {profile.CpuShare:P0} of their {TimeText.Of(profile.ItemSeconds)}, and {profile.Together} at once were measured to get {gain:0.00} times as much done")
                : Say($"Items calculate {profile.CpuShare:P0} of their {TimeText.Of(profile.ItemSeconds)}; what several at once gain was not measured");
        return chosen.Workers == mostWorkers ? $"{kind}; more workers are not allowed." : $"{kind}; more workers gain nothing.";
    }

    /// <summary>Why one worker is best.</summary>
    public static string Serial(WorkProfile profile, SearchSpace space, Candidate best)
    {
        if (space.Count <= 1) return "There is nothing left that could be done at the same time.";
        if (space.MostWorkers <= 1) return "One worker is all that the limits allow.";
        if (profile.MeasuredGain is < 1.1) return Say($"{profile.Together} items at once get only {profile.MeasuredGain:0.00} times as much done as one: they take each other's processors, memory or locks.");
        var (serial, spawn) = (WorkerSearch.SerialSeconds(profile, space.Count), Math.Min(space.PoolSeconds, space.ThreadSeconds));
        if (serial < 2 * spawn) return Say($"All of it takes {TimeText.Of(serial)}, and starting another worker costs {TimeText.Of(spawn)}.");
        if (profile.SourceSeconds > profile.ItemSeconds / 2) return Say($"Fetching an item takes {TimeText.Of(profile.SourceSeconds)} and doing it {TimeText.Of(profile.ItemSeconds)}: the source is what bounds the pace.");
        return Say($"The best that was found, {best.Workers} workers, would gain only {(serial / best.Seconds) - 1:P0}: an item takes {TimeText.Of(profile.ItemSeconds)}, handing one over {TimeText.Of(profile.HandOverSeconds)}.");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
