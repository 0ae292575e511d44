namespace Halo.Routing;

/// <summary>The names of reasons and outcomes in files and metrics.</summary>
public static class ReasonNames
{
    /// <summary>The name of a reason.</summary>
    /// <param name="reason">The reason.</param>
    public static string Of(DecisionReason reason) => reason switch
    {
        DecisionReason.Rule => "rule",
        DecisionReason.Capability => "capability",
        DecisionReason.InProgress => "inProgress",
        DecisionReason.Completed => "completed",
        DecisionReason.NoMatch => "noMatch",
        DecisionReason.NoCapacity => "noCapacity",
        DecisionReason.AgentUnavailable => "agentUnavailable",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>The name of what kept a rule or an agent from being chosen.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Of(ConsiderationOutcome outcome) => outcome switch
    {
        ConsiderationOutcome.ConditionFailed => "conditionFailed",
        ConsiderationOutcome.NoCapacity => "noCapacity",
        ConsiderationOutcome.AgentUnavailable => "agentUnavailable",
        ConsiderationOutcome.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
