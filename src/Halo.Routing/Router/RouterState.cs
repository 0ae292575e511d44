using Microsoft.Extensions.Logging;

namespace Halo.Routing;

/// <summary>
/// The snapshot in force and the only way to put another in its place: one volatile write of an immutable object. Readers
/// never wait, writers take turns, and a refused change leaves everything as it was.
/// </summary>
internal sealed class RouterState(RuleSet rules, AgentRegistry agents, OutcomeTracker outcomes, ILogger logger)
{
    private readonly Lock _changing = new();
    private RoutingSnapshot _current = new(new RuleIndex(rules), agents, outcomes);

    public RoutingSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Replaces rules, agents or both; a null keeps what is in force. O(rules + agents).</summary>
    public void Replace(RuleSet? rules, AgentRegistry? agents)
    {
        lock (_changing)
        {
            var current = _current;
            try
            {
                var matcher = rules is null || ReferenceEquals(rules, current.Matcher.Rules) ? current.Matcher : new RuleIndex(rules);
                Volatile.Write(ref _current, new RoutingSnapshot(matcher, agents ?? current.Agents, outcomes));
            }
            catch (HaloValidationException exception)
            {
                RouterLog.ChangeRefused(logger, exception.Diagnostics.Count, exception);
                throw;
            }

            RouterLog.Replaced(logger, _current.Matcher.Count, _current.Agents.Count);
        }
    }

    public void Add(RoutingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Change(rule.Id, rule, (index, faults) => index.Add(rule, faults));
    }

    public void Replace(RoutingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Change(rule.Id, rule, (index, faults) => index.Replace(rule, faults));
    }

    public void Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Change(id, null, (index, faults) => index.Remove(id, faults));
    }

    // Nothing here looks at the other rules: their targets were checked when they came.
    private void Change(string id, RoutingRule? rule, Func<RuleIndex, DiagnosticBag, RuleIndex?> change)
    {
        lock (_changing)
        {
            var faults = new DiagnosticBag();
            if (rule is not null) CheckTarget(rule, _current.Agents, faults);
            if (change(_current.Matcher, faults) is not { } changed)
            {
                var exception = new HaloValidationException(faults.ToList());
                RouterLog.ChangeRefused(logger, exception.Diagnostics.Count, exception);
                throw exception;
            }

            Volatile.Write(ref _current, _current.With(changed));
            RouterLog.RuleChanged(logger, id, changed.Count);
        }
    }

    // A missing target is named by the rule's own validation.
    private static void CheckTarget(RoutingRule rule, AgentRegistry agents, DiagnosticBag faults)
    {
        if (string.IsNullOrEmpty(rule.Agent) || agents.IndexOf(rule.Agent) >= 0) return;
        RuleValidator.ReportUnknownTarget(rule, [.. agents.Select(agent => agent.Name)], default, faults);
    }
}
