namespace Halo.Scheduling;

/// <summary>How a plan is scheduled.</summary>
public sealed record ScheduleOptions
{
    /// <summary>The defaults: the plan's agents, critical path first, one second for a task without an estimate.</summary>
    public static ScheduleOptions Default { get; } = new();

    /// <summary>Which candidate takes a task. Default <see cref="AgentSelection.FirstRule"/>.</summary>
    public AgentSelection Selection { get; init; }

    /// <summary>Which task goes first. Default <see cref="SchedulePriority.CriticalPath"/>.</summary>
    public SchedulePriority Priority { get; init; }

    /// <summary>The attribute that <see cref="SchedulePriority.Attribute"/> reads; needed for it and refused without it.</summary>
    public string? PriorityAttribute { get; init; }

    /// <summary>How long a task takes, on an agent of speed 1, that has no estimate for an agent; from zero to 10^9 seconds. Default one second.</summary>
    public TimeSpan DefaultEstimate { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The success rate that an agent needs to be a candidate, from 0 to 1, for every selection but
    /// <see cref="AgentSelection.FirstRule"/>. A task without such a candidate is not scheduled. Default 0.
    /// </summary>
    public double MinSuccessRate { get; init; }

    /// <summary>
    /// When everything should be done, zero or more, for <see cref="AgentSelection.Cheapest"/>: a more expensive and faster agent is
    /// taken where the cheapest one would be too late. It is aimed at, not promised. Default null: time does not matter.
    /// </summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.Defined(Selection);
        faults.Defined(Priority);
        faults.InRange(DefaultEstimate, TaskEstimate.IsDuration(DefaultEstimate.TotalSeconds), TaskEstimate.Range);
        faults.InRange(MinSuccessRate, MinSuccessRate is >= 0 and <= 1, "from 0 to 1");
        faults.InRange(Deadline, Deadline is null || Deadline >= TimeSpan.Zero, "zero or more, or null");
        if (Priority == SchedulePriority.Attribute == string.IsNullOrEmpty(PriorityAttribute))
        {
            faults.Add(nameof(PriorityAttribute), $"must be given for {nameof(SchedulePriority)}.{nameof(SchedulePriority.Attribute)}, and for no other priority");
        }

        if (MinSuccessRate > 0 && Selection == AgentSelection.FirstRule) faults.Add(nameof(MinSuccessRate), "does nothing where the plan's agents are kept; select by something else");
        if (Deadline is not null && Selection != AgentSelection.Cheapest) faults.Add(nameof(Deadline), $"is for {nameof(AgentSelection)}.{nameof(AgentSelection.Cheapest)} only");
        return faults.Found;
    }

    /// <summary>Throws when the default estimate makes the tasks of a plan take longer than a schedule can say.</summary>
    internal void ThrowIfTooLong(RoutingPlan plan)
    {
        var speed = plan.Agents.SlowestSpeed;
        if (plan.Graph.TotalSecondsAt(speed) + (plan.Graph.Count * DefaultEstimate.TotalSeconds / speed) <= TaskEstimate.MaxTotalSeconds) return;
        OptionFault.ThrowIfAny([new OptionFault(nameof(DefaultEstimate), $"makes all tasks together take more than {TaskEstimate.TotalRange}")]);
    }
}
