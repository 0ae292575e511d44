namespace Halo.Scheduling;

/// <summary>Which of the tasks that could start goes first. Among equals, the one earlier in topological order.</summary>
public enum SchedulePriority
{
    /// <summary>The one with the longest path of estimates to the end of the graph: its upward rank.</summary>
    CriticalPath = 0,

    /// <summary>The one that could start first.</summary>
    Fifo,

    /// <summary>The one that takes longest.</summary>
    LongestFirst,

    /// <summary>The one whose attribute <see cref="ScheduleOptions.PriorityAttribute"/> is the largest number; those without it come last.</summary>
    Attribute,
}
