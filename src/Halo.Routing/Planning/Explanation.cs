using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>Why a task has its agent, or none.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Considered">
/// Every rule that comes before the winner, best first, and what kept it from winning. All other rules when none won, or
/// when the task waits for its first choice.
/// </param>
/// <param name="Capability">The agents that list the task's type, best first, as they stood when the task was decided.</param>
/// <param name="Index">How much of the rules the index looked at; null for a task that needed no search.</param>
public sealed record Explanation(TaskDecision Decision, IReadOnlyList<ConsideredRule> Considered, IReadOnlyList<CapabilityCandidate> Capability, IndexView? Index);

/// <summary>What kept a rule, or an agent, from being chosen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsiderationOutcome>))]
public enum ConsiderationOutcome
{
    /// <summary>A condition failed.</summary>
    [JsonStringEnumMemberName("conditionFailed")]
    ConditionFailed,

    /// <summary>It could have been chosen, but the agent was full.</summary>
    [JsonStringEnumMemberName("noCapacity")]
    NoCapacity,

    /// <summary>It could have been chosen, but the agent was not available.</summary>
    [JsonStringEnumMemberName("agentUnavailable")]
    AgentUnavailable,

    /// <summary>Nothing: it was open to choice, and something else came first.</summary>
    [JsonStringEnumMemberName("open")]
    Open,
}

/// <summary>A rule that did not win.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">What kept it from winning.</param>
/// <param name="Failed">The first condition that failed; null when the rule matched.</param>
/// <param name="Actual">The value that the failed condition met; absent where there was none.</param>
public sealed record ConsideredRule(RoutingRule Rule, ConsiderationOutcome Outcome, Condition? Failed, AttributeValue Actual);

/// <summary>An agent that lists the task's type.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="SuccessRate">The estimated success rate that was compared, from 0 to 1.</param>
/// <param name="Assigned">How many tasks of the graph it had been given before.</param>
/// <param name="Outcome">Whether it could have been chosen.</param>
public sealed record CapabilityCandidate(string Agent, double SuccessRate, int Assigned, ConsiderationOutcome Outcome);
