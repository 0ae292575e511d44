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

    /// <summary>Seconds, on an agent of speed 1, for a task that has no estimate for an agent; from 0 to <see cref="TaskEstimate.MaxSeconds"/>. Default 1.</summary>
    public double DefaultEstimate { get; init; } = 1;

    /// <summary>
    /// The success rate that an agent needs to be a candidate, from 0 to 1, for every selection but
    /// <see cref="AgentSelection.FirstRule"/>. A task without such a candidate is not scheduled. Default 0.
    /// </summary>
    public double MinSuccessRate { get; init; }

    /// <summary>
    /// When everything should be done, in seconds, for <see cref="AgentSelection.Cheapest"/>: a dearer and faster agent is
    /// taken where the cheapest one would be too late. It is aimed at, not promised. Default null: time does not matter.
    /// </summary>
    public double? Deadline { get; init; }

    internal void ThrowIfInvalid()
    {
        if (!Enum.IsDefined(Selection)) throw OutOfRange(nameof(Selection), Selection, "is none of the selections");
        if (!Enum.IsDefined(Priority)) throw OutOfRange(nameof(Priority), Priority, "is none of the priorities");
        if (!TaskEstimate.IsDuration(DefaultEstimate)) throw OutOfRange(nameof(DefaultEstimate), DefaultEstimate, $"must be {TaskEstimate.Range}");
        if (!(MinSuccessRate is >= 0 and <= 1)) throw OutOfRange(nameof(MinSuccessRate), MinSuccessRate, "must be from 0 to 1");
        if (Deadline is { } deadline && !(double.IsFinite(deadline) && deadline >= 0)) throw OutOfRange(nameof(Deadline), deadline, "must be finite and not negative");
        if (Priority == SchedulePriority.Attribute == string.IsNullOrEmpty(PriorityAttribute))
        {
            throw new ArgumentException($"{nameof(PriorityAttribute)} is needed for {nameof(SchedulePriority)}.{nameof(SchedulePriority.Attribute)}, and for no other priority.");
        }

        if (MinSuccessRate > 0 && Selection == AgentSelection.FirstRule) throw new ArgumentException($"{nameof(MinSuccessRate)} does nothing where the plan's agents are kept; select by something else.");
        if (Deadline is not null && Selection != AgentSelection.Cheapest) throw new ArgumentException($"{nameof(Deadline)} is for {nameof(AgentSelection)}.{nameof(AgentSelection.Cheapest)} only.");
    }

    /// <summary>Throws when the default estimate makes the tasks of a plan take longer than a schedule can say.</summary>
    internal void ThrowIfTooLong(RoutingPlan plan)
    {
        var speed = plan.Agents.SlowestSpeed;
        if (plan.Graph.TotalSecondsAt(speed) + (plan.Graph.Count * DefaultEstimate / speed) <= TaskEstimate.MaxTotalSeconds) return;
        throw OutOfRange(nameof(DefaultEstimate), DefaultEstimate, $"makes all tasks together take more than {TaskEstimate.TotalRange}");
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string what) => new(name, value, $"{name} {what}.");
}
