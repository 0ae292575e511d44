namespace Halo.Reporting;

/// <summary>The names of what a schedule says, in files.</summary>
internal static class ScheduleNames
{
    public static string Of(UnscheduledReason reason) => reason switch
    {
        UnscheduledReason.Unassigned => "unassigned",
        UnscheduledReason.SuccessRate => "successRate",
        UnscheduledReason.NoCapacity => "noCapacity",
        UnscheduledReason.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(AgentSelection selection) => selection switch
    {
        AgentSelection.FirstRule => "firstRule",
        AgentSelection.EarliestFinish => "earliestFinish",
        AgentSelection.Cheapest => "cheapest",
        AgentSelection.Balanced => "balanced",
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };

    /// <summary>What a selection finds in the agent that it takes, as a clause.</summary>
    public static string FigureOf(AgentSelection selection) => selection switch
    {
        AgentSelection.EarliestFinish => "this one finishes it first",
        AgentSelection.Cheapest => "this one is the cheapest that is in time",
        AgentSelection.Balanced => "this one has the least work for each slot",
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };
}
