namespace Halo.Routing;

/// <summary>What was decided of one task.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Agent">The agent; null when it has none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule that chose the agent; null when none did.</param>
/// <param name="Waits">
/// Whether the task waits for a slot: its wave holds more tasks than its candidates have slots, so it got its first choice.
/// </param>
public readonly record struct TaskDecision(string Task, string? Agent, DecisionReason Reason, RoutingRule? Rule, bool Waits)
{
    /// <summary>Whether the task has no agent although it is to be done.</summary>
    public bool IsUnassigned => Reason >= DecisionReason.NoMatch;
}
