namespace Halo.Scheduling;

/// <summary>When and where a task runs.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Agent">The agent's name.</param>
/// <param name="Slot">Which of the agent's slots, from 0: an agent runs <see cref="Agent.MaxConcurrentTasks"/> tasks at one time.</param>
/// <param name="Start">When it starts, from the start of the schedule.</param>
/// <param name="Finish">When it finishes, from the start of the schedule.</param>
public readonly record struct ScheduledTask(string Task, string Agent, int Slot, TimeSpan Start, TimeSpan Finish);

/// <summary>Why a task is not in a schedule although it is not completed.</summary>
public enum UnscheduledReason
{
    /// <summary>Nobody may do it: the plan says why.</summary>
    Unassigned = 0,

    /// <summary>Every agent that may do it is below <see cref="ScheduleOptions.MinSuccessRate"/>.</summary>
    SuccessRate,

    /// <summary>Every agent that may do it has as many tasks as it takes of the whole graph (<see cref="CapacityMode.WholeGraph"/> only).</summary>
    NoCapacity,

    /// <summary>It depends on a task that is not in the schedule.</summary>
    Blocked,
}

/// <summary>A task that is not in a schedule although it is not completed.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="BlockedBy">The first dependency that is not in the schedule, for a blocked task; else null.</param>
public sealed record UnscheduledTask(string Task, UnscheduledReason Reason, string? BlockedBy);

/// <summary>How busy an agent is in a schedule.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Tasks">The tasks that it does.</param>
/// <param name="Busy">The time of all its tasks together.</param>
/// <param name="Utilization">Their share of what all its slots could do until the makespan, from 0 to 1.</param>
public sealed record AgentUtilization(string Agent, int Tasks, TimeSpan Busy, double Utilization);
