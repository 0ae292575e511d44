using System.Globalization;

namespace Halo.Reporting;

/// <summary>
/// A Gantt chart in characters: a line for each slot with its tasks, or, with more slots than a reader would follow, a line
/// for each agent with its load.
/// </summary>
internal sealed class GanttChartText(ScheduleStory story, int width, IReportPen pen)
{
    /// <summary>With more slots in use than this, agents are shown instead.</summary>
    public const int MostLanes = 64;

    /// <summary>With more tasks than this, agents are shown instead.</summary>
    public const int MostTasks = 2_000;

    private const int MostAgents = 40;
    private const int WidestName = 24;
    private const int NarrowestTick = 12;

    private readonly Schedule _schedule = story.Schedule;
    private readonly double _makespan = story.Schedule.Makespan.TotalSeconds;

    public void Write()
    {
        var lanes = new ScheduleLanes(story).Lanes;
        if (lanes.Count == 0) return;
        var isDetailed = lanes.Count <= MostLanes && _schedule.ScheduledCount <= MostTasks;
        int[] agents = isDetailed ? [.. lanes.Select(lane => lane.Agent).Distinct()] : Busiest();
        var nameWidth = agents.Max(agent => NameOf(agent).Length);
        var slotWidth = isDetailed ? lanes.Max(lane => lane.Slot).ToString(CultureInfo.InvariantCulture).Length + 1 : 0;
        var columns = Math.Max(10, width - nameWidth - slotWidth - 3);
        pen.EndLine();
        WriteAxis(nameWidth + slotWidth + 2, columns);
        if (isDetailed) WriteLanes(lanes, nameWidth, slotWidth, columns);
        else WriteLoad(agents, nameWidth, columns);
    }

    private int[] Busiest()
    {
        var busy = _schedule.Utilization().Index().Where(agent => agent.Item.Tasks > 0).OrderByDescending(agent => agent.Item.Busy).Select(agent => agent.Index);
        return [.. busy.Take(MostAgents).Order()];
    }

    private void WriteAxis(int indent, int columns)
    {
        var ticks = new TimeTicks(_makespan, columns / NarrowestTick);
        var line = new string(' ', indent);
        for (var tick = 0; tick * ticks.Step <= _makespan; tick++)
        {
            var at = indent + (_makespan > 0 ? (int)Math.Round(tick * ticks.Step / _makespan * columns) : 0);
            var label = ticks.LabelOf(tick);
            if (at + label.Length <= indent + columns + 1) line = line.PadRight(at) + label;
        }

        pen.Write(line, ReportTone.Faint);
        pen.EndLine();
    }

    private void WriteLanes(IReadOnlyList<ScheduleLane> lanes, int nameWidth, int slotWidth, int columns)
    {
        var agent = -1;
        foreach (var lane in lanes)
        {
            pen.WriteOf((lane.Agent == agent ? "" : NameOf(lane.Agent)).PadRight(nameWidth), lane.Agent);
            pen.Write(lane.Slot.ToString(CultureInfo.InvariantCulture).PadLeft(slotWidth), ReportTone.Faint);
            pen.Write("  ");
            new GanttChartLine(story, lane, columns).Write(pen, lane.Agent);
            pen.EndLine();
            agent = lane.Agent;
        }
    }

    private void WriteLoad(int[] agents, int nameWidth, int columns)
    {
        var load = GanttChartLoad.Of(_schedule, columns);
        foreach (var agent in agents)
        {
            pen.WriteOf(NameOf(agent).PadRight(nameWidth), agent);
            pen.Write("  ");
            pen.WriteOf(load[agent], agent);
            pen.EndLine();
        }
    }

    private string NameOf(int agent) => ShortText.Of(VisibleText.Of(_schedule.Plan.Agents[agent].Name), WidestName);
}
