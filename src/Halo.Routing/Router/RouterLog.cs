using Microsoft.Extensions.Logging;

namespace Halo.Routing;

/// <summary>What a router logs.</summary>
internal static partial class RouterLog
{
    [LoggerMessage(1, LogLevel.Debug, "Routed {Tasks} tasks.")]
    public static partial void Routed(ILogger logger, int tasks);

    [LoggerMessage(2, LogLevel.Warning, "{Unassigned} of {Tasks} tasks have no agent.")]
    public static partial void Unassigned(ILogger logger, int unassigned, int tasks);

    [LoggerMessage(3, LogLevel.Information, "Now routing by {Rules} rules to {Agents} agents.")]
    public static partial void Replaced(ILogger logger, int rules, int agents);

    [LoggerMessage(4, LogLevel.Error, "A change of rules or agents was refused for {Faults} faults; the last good ones stay in force.")]
    public static partial void ChangeRefused(ILogger logger, int faults, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Rule '{Rule}' was added, replaced or removed; now routing by {Rules} rules.")]
    public static partial void RuleChanged(ILogger logger, string rule, int rules);

    [LoggerMessage(6, LogLevel.Error, "The followed rule file cannot be used; the last good rules stay in force.")]
    public static partial void FollowedFileFaulty(ILogger logger, Exception exception);
}
