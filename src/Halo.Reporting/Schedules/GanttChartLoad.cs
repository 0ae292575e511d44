namespace Halo.Reporting;

/// <summary>How busy an agent's slots are over time, in characters: for charts with more lanes than a reader would follow.</summary>
internal static class GanttChartLoad
{
    private const string Levels = " ▁▂▃▄▅▆▇█";

    /// <summary>By agent a text of that many columns. O(tasks x columns) at worst, O(tasks) for short tasks.</summary>
    public static string[] Of(Schedule schedule, int columns)
    {
        var busy = new double[schedule.Plan.Agents.Count * columns];
        var cell = schedule.Makespan.TotalSeconds / columns;
        for (var task = 0; task < schedule.Graph.Count; task++)
        {
            if (!schedule.IsScheduled(task) || cell == 0) continue;
            var (start, finish) = (schedule.StartOf(task).TotalSeconds, schedule.FinishOf(task).TotalSeconds);
            var row = busy.AsSpan(schedule.AgentOf(task) * columns, columns);
            for (var i = Math.Min((int)(start / cell), columns - 1); i < columns && i * cell < finish; i++)
            {
                row[i] += Math.Max(0, Math.Min(finish, (i + 1) * cell) - Math.Max(start, i * cell));
            }
        }

        return [.. schedule.Plan.Agents.Select((agent, i) => TextOf(busy.AsSpan(i * columns, columns), cell * agent.MaxConcurrentTasks))];
    }

    private static string TextOf(ReadOnlySpan<double> busy, double full)
    {
        var text = new char[busy.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var share = full > 0 ? busy[i] / full : 0;
            text[i] = Levels[share <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(share * (Levels.Length - 1) - 1e-9), 1, Levels.Length - 1)];
        }

        return new string(text);
    }
}
