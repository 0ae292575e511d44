namespace Halo.Scheduling;

/// <summary>Why a task runs where and when it does.</summary>
/// <param name="Task">Where and when.</param>
/// <param name="Slack">How much later it could finish without moving the makespan, every slot's order kept.</param>
/// <param name="WaitsFor">The task whose end it starts at: a dependency, or the one before it on its slot; null when it waits for nothing.</param>
/// <param name="Selection">By what the agent was chosen.</param>
/// <param name="WasImproved">Whether an improvement put it on another agent than the selection did.</param>
/// <param name="Candidates">
/// The agents that could have taken it, as they stood when the selection chose, in the order of the rules or of
/// capability. Empty for <see cref="AgentSelection.FirstRule"/>, whose choice the plan explains.
/// </param>
public sealed record ScheduleExplanation(
    ScheduledTask Task, TimeSpan Slack, string? WaitsFor, AgentSelection Selection, bool WasImproved, IReadOnlyList<ScheduleCandidate> Candidates)
{
    /// <summary>A sentence that names the figure which decided.</summary>
    public override string ToString() => ScheduleSentence.Of(this);
}
