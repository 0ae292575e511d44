using System.Globalization;
using Halo.Parallelism;

namespace Halo.Cli;

/// <summary>Advice for people.</summary>
internal static class AdviseText
{
    public static void Write(CommandAdvice advised, CommandVerification? verified, TextWriter writer)
    {
        var (advice, profile, limits) = (advised.Advice, advised.Advice.Profile, advised.Advice.Capacity);
        Line(writer, advice.IsParallel ? $"Run {advice.Workers} at once." : (FormattableString)$"Run one after the other.");
        writer.WriteLine(advice.Reason);
        writer.WriteLine();
        Line(writer, $"  runs         {profile.Count}, {TimeText.Of(advice.PredictedSeconds)} as advised, {TimeText.Of(advice.SerialSeconds)} one after the other: {advice.PredictedSpeedup:0.00} times as fast (predicted)");
        if (verified is not null) Line(writer, $"  verified     {TimeText.Of(verified.AdvisedSeconds)} as advised, {TimeText.Of(verified.SerialSeconds)} one after the other: {verified.ActualSpeedup:0.00} times as fast; the prediction is off by {verified.Error:+0%;-0%;0%}");
        Line(writer, $"  one run      {TimeText.Of(profile.ItemSeconds)} +- {TimeText.Of(profile.Deviation)} of {PlanSummary.Count(profile.Samples, "sample")}, {profile.CpuShare:0%} of it calculating{Peak(advised.PeakMemory)}");
        if (profile.MeasuredGain is { } gain) Line(writer, $"  at once      {profile.Together} get {gain:0.00} times as much done as one");
        Line(writer, $"  any process  {TimeText.Of(advised.ProcessCost.Median.TotalSeconds)} to start and end{(advised.ProcessCost.IsFallback ? ", a typical figure" : "")}");
        Line(writer, $"  machine      {PlanSummary.Count(limits.Processors, "processor")}{(limits.CpuQuota is { } quota ? Text($", quota {quota:0.##}") : "")}{(limits.PhysicalCores is { } cores ? Text($", {PlanSummary.Count(cores, "core")}") : "")}{(limits.AvailableMemory is { } memory ? $", {Bytes(memory)} of memory available" : "")}");
        foreach (var note in advice.Notes) Line(writer, $"  note         {note}");
    }

    private static string Peak(long? bytes) => bytes is { } peak ? $", at most {Bytes(peak)} of memory" : "";

    private static string Bytes(long bytes) => bytes < 1L << 30 ? Text($"{bytes / 1048576.0:0.#} MB") : Text($"{bytes / 1073741824.0:0.#} GB");

    private static void Line(TextWriter writer, FormattableString text) => writer.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
