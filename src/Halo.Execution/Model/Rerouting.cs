namespace Halo.Execution;

/// <summary>One more line of the explanation of a task's agent: an agent could not do it, and it was routed again.</summary>
/// <param name="From">The agent that could not do it.</param>
/// <param name="Cause">Why: <see cref="OutcomeReason.HandlerFailed"/>, <see cref="OutcomeReason.TimedOut"/> or <see cref="OutcomeReason.CircuitOpen"/>.</param>
/// <param name="Failure">What was thrown there.</param>
/// <param name="Next">The decision among the agents that had not tried it, by the same rules and success rates.</param>
public sealed record Rerouting(string From, OutcomeReason Cause, Exception Failure, TaskDecision Next)
{
    /// <inheritdoc/>
    public override string ToString() => Next.Agent is null
        ? $"'{From}' could not do it ({Cause}: {Failure.Message}); no other agent can."
        : $"'{From}' could not do it ({Cause}: {Failure.Message}); '{Next.Agent}' was next, by {(Next.Rule is null ? "capability" : $"rule {Next.Rule.Id}")}.";
}
