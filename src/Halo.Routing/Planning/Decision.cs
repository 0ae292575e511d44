namespace Halo.Routing;

/// <summary>What was decided of one task: twelve bytes, by numbers; <see cref="TaskDecision"/> is the same by names.</summary>
/// <param name="Agent">The agent's position in the registry; -1 for none.</param>
/// <param name="Rule">The number of the rule that chose it; -1 for none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Waits">Whether the agent's slots are all taken in the task's wave.</param>
public readonly record struct Decision(int Agent, int Rule, DecisionReason Reason, bool Waits)
{
    /// <summary>Whether the task should have an agent and has none.</summary>
    public bool IsUnassigned => Reason >= DecisionReason.NoMatch;

    internal static Decision None(DecisionReason reason) => new(-1, -1, reason, false);
}
