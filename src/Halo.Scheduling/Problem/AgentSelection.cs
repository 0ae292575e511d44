namespace Halo.Scheduling;

/// <summary>
/// Which of the agents that a task may go to takes it. Rules always bind: where rules match, only their targets are
/// candidates; where none does, the agents that list the task's type.
/// </summary>
public enum AgentSelection
{
    /// <summary>The agent of the plan: the first rule, else the best by capability.</summary>
    FirstRule = 0,

    /// <summary>The one that finishes the task first (HEFT: Topcuoglu, Hariri, Wu 2002).</summary>
    EarliestFinish,

    /// <summary>The one that costs least, as long as the deadline can still be met; among equals the one that finishes first.</summary>
    Cheapest,

    /// <summary>The one with the least work for each of its slots; among equals the one that finishes first.</summary>
    Balanced,
}
