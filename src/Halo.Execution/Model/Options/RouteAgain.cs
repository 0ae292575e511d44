namespace Halo.Execution;

/// <summary>When a task whose agent failed for good is routed again, among the agents that have not tried it.</summary>
public enum RouteAgain
{
    /// <summary>
    /// After every failure but those of a kind that <see cref="Halo.Routing.RetrySettings.NonRetryable"/> names for the task at
    /// that agent.
    /// </summary>
    UnlessNonRetryable = 0,

    /// <summary>After no failure.</summary>
    Never,

    /// <summary>After every failure.</summary>
    Always,
}
