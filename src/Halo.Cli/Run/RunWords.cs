using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>What people read of outcomes and times.</summary>
internal static class RunWords
{
    public static string Of(TaskOutcome outcome) => OutcomeText.Of(outcome);

    public static string Of(OutcomeReason reason) => reason switch
    {
        OutcomeReason.HandlerFailed => "its command failed",
        OutcomeReason.Returned => "its command succeeded",
        _ => OutcomeText.Of(reason),
    };

    /// <summary>Seconds below an hour, otherwise hours and minutes.</summary>
    public static string Of(TimeSpan time) => time < TimeSpan.FromHours(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} h {time.Minutes:00} min");
}
