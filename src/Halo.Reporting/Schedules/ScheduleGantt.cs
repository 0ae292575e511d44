using System.Globalization;

namespace Halo.Reporting;

/// <summary>A schedule as a Gantt chart: a bar for each task.</summary>
internal sealed class ScheduleGantt
{
    private readonly Schedule _schedule;
    private readonly ScheduleStory _story;
    private readonly ScheduleLanes _lanes;
    private readonly int[] _places;

    private ScheduleGantt(Schedule schedule)
    {
        _schedule = schedule;
        _story = new ScheduleStory(schedule);
        _lanes = new ScheduleLanes(_story);
        _places = new int[schedule.Graph.Count];
        for (var i = 0; i < _schedule.ByStart.Length; i++) _places[_schedule.ByStart[i]] = i;
    }

    public static GanttChart Of(Schedule schedule) => new ScheduleGantt(schedule).Chart();

    private GanttChart Chart()
    {
        var (tasks, agents) = (PlanSummary.Count(_schedule.ScheduledCount, "task"), _schedule.Utilization());
        return new GanttChart
        {
            Title = $"Schedule: {tasks}, {DurationText.Of(_schedule.Makespan)}",
            Heading = "Schedule",
            Subject = string.Create(CultureInfo.InvariantCulture, $"{tasks} on {agents.Count(agent => agent.Tasks > 0)} of {PlanSummary.Count(agents.Count, "agent")}"),
            Cards = Cards(),
            Legend = "Red is the critical path, the dashed line the lower bound. Times count from the start of the schedule. Slack is how much later a task could finish without moving the makespan, every slot's order kept.",
            EndSeconds = _schedule.Makespan.TotalSeconds,
            MarkSeconds = _schedule.LowerBound.TotalSeconds,
            Agents = agents,
            Lanes = [.. _lanes.Lanes.Select(lane => (lane.Agent, lane.Slot))],
            Bars = _schedule.ByStart.ToArray().Select(BarOf),
            PathTitle = "Critical path",
            Path = [.. _story.CriticalPath.Select(StepOf)],
            Notes = Notes(),
        };
    }

    private List<GanttCard> Cards()
    {
        var cards = new List<GanttCard>
        {
            new(DurationText.Of(_schedule.Makespan), "makespan"),
            new(DurationText.Of(_schedule.LowerBound), "lower bound"),
            _schedule.Gap == 0 ? new("optimal", "gap", "good") : new(ExplanationReport.Percent(_schedule.Gap), "gap"),
            new(Number(_story.CriticalPath.Count), "on the critical path"),
        };
        if (_schedule.Cost > 0) cards.Add(new GanttCard(_schedule.Cost.ToString("0.##", CultureInfo.InvariantCulture), "cost"));
        if (_schedule.Unscheduled.Count > 0) cards.Add(new GanttCard(Number(_schedule.Unscheduled.Count), "unscheduled", "bad"));
        return cards;
    }

    private GanttBar BarOf(int task) => new(_schedule.Graph.IdOf(task), _lanes.NumberOf[task], StartOf(task), FinishOf(task), _story.Why(task))
    {
        SlackSeconds = _schedule.SlackOf(task).TotalSeconds,
        Before = _story.WaitsFor(task) is >= 0 and var before ? _places[before] : -1,
        IsCritical = _story.IsCritical(task),
        Needs = NeedsOf(task),
    };

    private List<int> NeedsOf(int task)
    {
        var dependencies = _schedule.Graph.DependenciesOf(task);
        var needs = new List<int>(dependencies.Length);
        foreach (var need in dependencies)
        {
            if (_schedule.IsScheduled(need)) needs.Add(_places[need]);
        }

        return needs;
    }

    private GanttStep StepOf(int task) =>
        new(_places[task], _schedule.Graph.IdOf(task), _schedule.Plan.Agents[_schedule.AgentOf(task)].Name, StartOf(task), FinishOf(task));

    private List<GanttNote> Notes()
    {
        var (notes, decisions) = (new List<GanttNote>(), new DecisionText());
        var (missing, guessed) = (_schedule.Unscheduled, _schedule.WithDefaultEstimate());
        if (missing.Count > 0) notes.Add(new GanttNote("Unscheduled", "", missing.Count, missing.Select(task => new[] { task.Task, ScheduleLeftovers.WhyNot(_schedule, task, decisions) })));
        if (guessed.Count > 0) notes.Add(new GanttNote("Without an estimate", $"Taken as {DurationText.Of(_schedule.Options.DefaultEstimate)}:", guessed.Count, guessed.Select(task => new[] { task })));
        return notes;
    }

    private double StartOf(int task) => _schedule.StartOf(task).TotalSeconds;

    private double FinishOf(int task) => _schedule.FinishOf(task).TotalSeconds;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
