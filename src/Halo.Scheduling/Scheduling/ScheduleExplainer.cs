namespace Halo.Scheduling;

/// <summary>Rebuilds the moment at which a task was placed. Nothing is stored for it while scheduling.</summary>
internal static class ScheduleExplainer
{
    public static ScheduleExplanation Explain(Schedule schedule, int task, in ScheduledTask scheduled)
    {
        var (problem, placements) = (schedule.Problem, schedule.Placements);
        var candidates = new List<ScheduleCandidate>();
        if (schedule.Options.Selection != AgentSelection.FirstRule) new SelectingScheduler(problem, schedule.Figures).Run(task, candidates);
        var waitsFor = CriticalPath.Before(task, problem, placements, schedule.Sequences);
        return new ScheduleExplanation(
            scheduled,
            schedule.SlackOf(task),
            waitsFor >= 0 ? schedule.Graph.IdOf(waitsFor) : null,
            schedule.Options.Selection,
            problem.OptionAgents[schedule.Selected.Option[task]] != schedule.AgentOf(task),
            candidates);
    }
}
