using System.Globalization;

namespace Halo.Reporting;

/// <summary>Writes explanations of schedules. Ids are escaped; line ends are <c>\n</c> on every system.</summary>
public static class ScheduleExplanationWriter
{
    /// <summary>The explanation as people read it: where and when, why, the slack, and the agents that could have taken the task.</summary>
    public static string ToText(this ScheduleExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var task = explanation.Task;
        WriteLine(writer, string.Create(
            CultureInfo.InvariantCulture, $"{task.Task} -> {task.Agent}, slot {task.Slot}, from {DurationText.Of(task.Start)} to {DurationText.Of(task.Finish)}"));
        WriteLine(writer, explanation.ToString());
        WriteLine(writer, explanation.Slack > TimeSpan.Zero ? $"It could finish {DurationText.Of(explanation.Slack)} later without moving the makespan." : "It is critical: to finish it later moves the makespan.");
        if (explanation.Candidates.Count > 0) WriteCandidates(explanation, writer);
        return writer.ToString();
    }

    /// <summary>The explanation for programs, as <c>schemas/schedule-explanation.schema.json</c> describes it.</summary>
    public static string ToJson(this ScheduleExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var stream = new MemoryStream();
        using var output = new JsonOutput(stream);
        output.Write(ScheduleExplanationJson.Of(explanation), ScheduleContracts.Default.ScheduleExplanationJson);
        output.Complete();
        return Utf8.WithoutMark.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteCandidates(ScheduleExplanation explanation, StringWriter writer)
    {
        writer.Write("\nAgents that may do it, as they stood when it was placed\n");
        string[][] rows =
        [
            ["", "takes", "start", "finish", "cost", "work a slot"],
            .. explanation.Candidates.Select(candidate => (string[])
            [
                VisibleText.Of(candidate.Agent), DurationText.Of(candidate.Duration), DurationText.Of(candidate.Start), DurationText.Of(candidate.Finish),
                candidate.Cost.ToString("0.###", CultureInfo.InvariantCulture), DurationText.Of(candidate.Load),
                !candidate.HasRoom ? "full" : candidate.Agent == explanation.Task.Agent ? "chosen" : "",
            ]),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : column < widths.Length ? cell.PadLeft(widths[column]) : cell);
            writer.Write($"  {string.Join("  ", cells).TrimEnd()}\n");
        }
    }

    private static void WriteLine(StringWriter writer, string text)
    {
        writer.Write(VisibleText.Of(text));
        writer.Write('\n');
    }
}
