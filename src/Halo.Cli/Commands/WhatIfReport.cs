using System.Text.Json.Serialization;

namespace Halo.Cli;

/// <summary>What more slots would do, for people or, as <c>schemas/sensitivity.schema.json</c> describes it, for programs.</summary>
internal static class WhatIfReport
{
    public static void WriteJson(TimeSpan makespan, IReadOnlyList<SlotSensitivity> changes, Stream stream)
    {
        using var output = new JsonOutput(stream);
        output.Write(new WhatIfJson(makespan.TotalSeconds, [.. changes.Select(change => new WhatIfChangeJson(change.Agent, change.MoreSlots, change.Makespan.TotalSeconds, change.Saved.TotalSeconds))]), WhatIfJsonContext.Default.WhatIfJson);
        output.Complete();
    }

    public static void WriteText(TimeSpan makespan, IReadOnlyList<SlotSensitivity> changes, Stream stream)
    {
        using var writer = new StreamWriter(stream, OutputTarget.Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"Makespan now  {DurationText.Exact(makespan)}");
        if (changes.Count == 0) return;
        writer.WriteLine();
        writer.WriteLine($"With {PlanSummary.Count(changes[0].MoreSlots, "more slot")}");
        string[][] rows = [.. changes.Where(change => change.Saved != TimeSpan.Zero || changes.Count == 1).Select(change => Row(change, makespan))];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Select(row => row[column].Length).DefaultIfEmpty().Max())];
        foreach (var row in rows) writer.WriteLine($"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}".TrimEnd());
        string[] idle = [.. changes.Where(change => change.Saved == TimeSpan.Zero).Select(change => VisibleText.Of(change.Agent))];
        if (changes.Count > 1 && idle.Length > 0) writer.WriteLine($"  nothing saved: {string.Join(", ", idle)}");
    }

    private static string[] Row(SlotSensitivity change, TimeSpan makespan)
    {
        var saved = change.Saved.Ticks switch
        {
            0 => "nothing saved",
            > 0 => $"saves {DurationText.Of(change.Saved)}, {ExplanationReport.Percent(change.Saved / makespan)}",
            _ => $"takes {DurationText.Of(-change.Saved)} longer",
        };
        return [VisibleText.Of(change.Agent), DurationText.Of(change.Makespan), saved];
    }
}

/// <summary>The makespan now, and with more slots.</summary>
internal sealed record WhatIfJson(double Makespan, IReadOnlyList<WhatIfChangeJson> Changes);

/// <summary>What more slots of an agent would do, times in seconds.</summary>
internal sealed record WhatIfChangeJson(string Agent, int MoreSlots, double Makespan, double Saved);

/// <summary>The generated contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WhatIfJson))]
internal sealed partial class WhatIfJsonContext : JsonSerializerContext;
