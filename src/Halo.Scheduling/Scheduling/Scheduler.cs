namespace Halo.Scheduling;

/// <summary>Says when every task of a plan runs.</summary>
public static class Scheduler
{
    /// <summary>
    /// Schedules a plan: each task on an agent that rules or capability give it, not before its dependencies have
    /// finished, and no more tasks at one time on an agent than it has slots. Tasks in progress start at zero on the agent
    /// they have, completed ones take no time, and what cannot run is listed in <see cref="Schedule.Unscheduled"/>. The
    /// same plan and options give the same schedule. O((tasks + edges) log tasks), and a match for each candidate where a
    /// selection looks at more agents than the plan's own.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public static Schedule Schedule(RoutingPlan plan, ScheduleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= ScheduleOptions.Default;
        OptionFault.ThrowIfAny(options.Faults());
        options.ThrowIfTooLong(plan);
        return Solve(new SchedulingProblemBuilder(plan, options).Build());
    }

    /// <summary>
    /// What to buy first: the makespan with more slots for each agent in turn, the most time saved first, then in
    /// registry order. Costs a schedule for each agent.
    /// </summary>
    /// <param name="plan">The plan, which keeps its agents: only when tasks run changes, and where a selection may choose also who.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <param name="moreSlots">How many slots more each agent gets, at least 1.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public static IReadOnlyList<SlotSensitivity> Sensitivity(RoutingPlan plan, ScheduleOptions? options = null, int moreSlots = 1)
    {
        var now = Schedule(plan, options).MakespanSeconds;
        return [.. plan.Agents.Select(agent => WhatIf(plan, agent.Name, moreSlots, options, now)).OrderByDescending(change => change.Saved)];
    }

    /// <summary>The makespan with more slots for one agent.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="moreSlots">How many slots more it gets, at least 1.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <exception cref="ArgumentException">The agent is not registered, or an option is out of its range.</exception>
    public static SlotSensitivity WhatIf(RoutingPlan plan, string agent, int moreSlots, ScheduleOptions? options = null) =>
        WhatIf(plan, agent, moreSlots, options, Schedule(plan, options).MakespanSeconds);

    private static SlotSensitivity WhatIf(RoutingPlan plan, string agent, int moreSlots, ScheduleOptions? options, double now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moreSlots, 1);
        var position = plan.Agents.IndexOf(agent);
        if (position < 0) throw new ArgumentException($"'{agent}' is not a registered agent.", nameof(agent));
        var makespan = Solve(new SchedulingProblemBuilder(plan, options ?? ScheduleOptions.Default) { MoreSlots = (position, moreSlots) }.Build()).MakespanSeconds;
        return new SlotSensitivity(agent, moreSlots, TimeSpans.FromSeconds(makespan), TimeSpans.FromSeconds(now - makespan));
    }

    private static Schedule Solve(SchedulingProblem problem) =>
        problem.Options.Selection == AgentSelection.FirstRule ? new Schedule(problem, new FixedAgentScheduler(problem).Run(), null) : Best(problem);

    private static Schedule Best(SchedulingProblem problem)
    {
        Schedule? best = null;
        foreach (var figures in SelectionOrders.Of(problem))
        {
            var schedule = new Schedule(problem, new SelectingScheduler(problem, figures).Run(), figures);
            if (best is null || schedule.IsBetterThan(best)) best = schedule;
        }

        return best!;
    }
}
