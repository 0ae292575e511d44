using System.Globalization;

namespace Halo.Reporting;

/// <summary>A schedule: tasks by agent with their times, and the critical path.</summary>
internal sealed class SchedulePicture : GraphPicture
{
    private readonly Schedule _schedule;
    private readonly ScheduleStory _story;
    private readonly HashSet<(int From, int To)> _steps = [];
    private readonly Dictionary<string, AgentUtilization> _utilization;
    private readonly Dictionary<string, UnscheduledTask> _unscheduled;
    private readonly DecisionText _decisions = new();

    public SchedulePicture(Schedule schedule)
        : base(schedule.Graph, GanttTables.ColorsOf(schedule.Utilization()))
    {
        (_schedule, _story) = (schedule, new ScheduleStory(schedule));
        _utilization = schedule.Utilization().ToDictionary(agent => agent.Agent, StringComparer.Ordinal);
        _unscheduled = schedule.Unscheduled.ToDictionary(task => task.Task, StringComparer.Ordinal);
        foreach (var step in _story.CriticalPath.Zip(_story.CriticalPath.Skip(1))) _steps.Add(step);
    }

    public override IEnumerable<(int From, int To)> Handovers =>
        _story.CriticalPath.Zip(_story.CriticalPath.Skip(1)).Where(step => !Graph.DependenciesOf(step.Second).Contains(step.First));

    public override string? LegendOfOthers =>
        _unscheduled.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"unscheduled: {_unscheduled.Count}") : null;

    public override PictureNode NodeOf(int task)
    {
        if (_schedule.IsScheduled(task))
        {
            var place = _schedule[task];
            var time = $"{DurationText.Of(place.Start)} to {DurationText.Of(place.Finish)}";
            return new PictureNode([place.Agent, time], place.Agent, false, _story.IsCritical(task), _story.Why(task));
        }

        return _unscheduled.TryGetValue(Graph.IdOf(task), out var missing)
            ? new PictureNode([ScheduleNames.Of(missing.Reason)], null, true, false, ScheduleLeftovers.WhyNot(_schedule, missing, _decisions))
            : new PictureNode(["completed"], null, false, false, _decisions.Of(_schedule.Plan[task], null));
    }

    public override bool IsCritical(int from, int to) => _steps.Contains((from, to));

    public override string LegendOf(string agent)
    {
        var use = _utilization[agent];
        return $"{PlanSummary.Count(use.Tasks, "task")}, {ExplanationReport.Percent(use.Utilization)} busy";
    }
}
