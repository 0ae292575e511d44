using System.Globalization;

namespace Halo.Execution;

/// <summary>A run as a Gantt chart: a bar for each attempt, beside what was planned.</summary>
internal sealed class RunChart
{
    private readonly RunReport _report;
    private readonly Schedule? _planned;
    private readonly RunLanes _lanes;
    private readonly RunNeeds _needs;
    private readonly IReadOnlyList<int> _path;
    private readonly HashSet<int> _isCritical;
    private readonly DecisionText _decisions = new();

    private RunChart(RunReport report, Schedule? planned)
    {
        (_report, _planned) = (report, planned);
        _lanes = new RunLanes(report);
        _needs = new RunNeeds(_lanes, report.Plan.Graph);
        _path = RunPath.Of(_lanes, _needs);
        _isCritical = [.. _path];
    }

    public static GanttChart Of(RunReport report, Schedule? planned) => new RunChart(report, planned).Chart();

    private GanttChart Chart()
    {
        var (agents, seconds) = (Utilization(), _report.Duration.TotalSeconds);
        var isComparable = _planned is not null && RunCards.IsWhole(_report);
        var tasks = PlanSummary.Count(_report.Plan.Graph.Count, "task");
        return new GanttChart
        {
            Title = $"Run: {tasks}, {DurationText.Of(_report.Duration)}",
            Heading = "Run",
            Subject = string.Create(CultureInfo.InvariantCulture, $"{tasks} on {agents.Count(agent => agent.Tasks > 0)} of {PlanSummary.Count(agents.Count, "agent")}"),
            Cards = RunCards.Of(_report, _planned),
            Legend = "Each bar is an attempt. Hatched: ✗ failed, ■ was interrupted. Outlined in red is the chain that the end waited for. "
                + (!isComparable ? "" : "The dashed line is the planned end, where it is before the end of the run. ") + "Times count from the start of the run.",
            EndSeconds = seconds,
            MarkSeconds = isComparable ? _planned!.Makespan.TotalSeconds : seconds,
            Agents = agents,
            Lanes = _lanes.Lanes,
            Bars = _lanes.Attempts.Select((_, place) => BarOf(place)),
            PathTitle = "What the end waited for",
            Path = [.. _path.Select(StepOf)],
            Notes = RunNotes.Of(_report),
        };
    }

    private GanttBar BarOf(int place)
    {
        var attempt = _lanes.Attempts[place];
        var task = _report[attempt.Task];
        return new GanttBar(LabelOf(attempt), attempt.Lane, attempt.Start, attempt.Finish, Why(task, attempt))
        {
            IsCritical = _isCritical.Contains(place),
            End = attempt.Attempt.Failure is null ? GanttBarEnd.Done : WasInterrupted(task, attempt) ? GanttBarEnd.Interrupted : GanttBarEnd.Failed,
            Needs = _needs.Of(place),
        };
    }

    private GanttStep StepOf(int place)
    {
        var attempt = _lanes.Attempts[place];
        return new GanttStep(place, LabelOf(attempt), attempt.Attempt.Agent, attempt.Start, attempt.Finish);
    }

    private string LabelOf(in PlacedAttempt attempt)
    {
        var id = _report.Plan.Graph.IdOf(attempt.Task);
        return attempt.Number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id} ({attempt.Number})");
    }

    private static bool WasInterrupted(TaskReport task, in PlacedAttempt attempt) =>
        task.Outcome == TaskOutcome.Interrupted && attempt.Number == task.History.Count && attempt.Attempt.Failure is OperationCanceledException;

    private string Why(TaskReport task, PlacedAttempt attempt)
    {
        var sentences = new List<string>();
        if (task.History.Count > 1) sentences.Add(string.Create(CultureInfo.InvariantCulture, $"Attempt {attempt.Number} of {task.History.Count}."));
        if (WasInterrupted(task, attempt)) sentences.Add($"It was asked to give up: {OutcomeText.Of(task.Reason)}.");
        else if (attempt.Attempt.Failure is OperationCanceledException) sentences.Add("It was asked to give up: it took too long.");
        else if (attempt.Attempt.Failure is { } failure) sentences.Add(failure.Message);
        var routed = task.Reroutings.LastOrDefault(step => step.Next.Agent == attempt.Attempt.Agent);
        sentences.Add(routed?.ToString() ?? _decisions.Of(_report.Plan[attempt.Task], _report.Plan.Graph.TypeOf(attempt.Task)));
        if (_planned is not null && _planned.IsScheduled(attempt.Task))
        {
            var place = _planned[attempt.Task];
            sentences.Add($"Planned: {DurationText.Of(place.Start)} to {DurationText.Of(place.Finish)} at '{place.Agent}'.");
        }

        return string.Join(' ', sentences);
    }

    private List<AgentUtilization> Utilization()
    {
        var agents = _report.Plan.Agents;
        var (tasks, busy) = (new int[agents.Count], new double[agents.Count]);
        foreach (var attempt in _lanes.Attempts) busy[attempt.Agent] += attempt.Finish - attempt.Start;
        foreach (var (agent, _) in _lanes.Attempts.Select(attempt => (attempt.Agent, attempt.Task)).Distinct()) tasks[agent]++;
        var seconds = _report.Duration.TotalSeconds;
        return [.. agents.Select((agent, i) => new AgentUtilization(agent.Name, tasks[i], TimeSpans.FromSeconds(busy[i]), seconds > 0 ? busy[i] / (seconds * agent.MaxConcurrentTasks) : 0))];
    }
}
