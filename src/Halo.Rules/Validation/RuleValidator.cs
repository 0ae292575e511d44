namespace Halo.Routing;

/// <summary>Checks rules before they become a <see cref="RuleSet"/>. It reports every fault, not the first.</summary>
public static class RuleValidator
{
    /// <summary>
    /// Finds every fault that makes the rules unusable: missing or duplicate ids, missing targets, malformed conditions.
    /// O(total conditions).
    /// </summary>
    /// <param name="rules">The rules in declaration order.</param>
    /// <param name="locations">Where each rule is, by position; null when they come from code.</param>
    public static IReadOnlyList<Diagnostic> Validate(IReadOnlyList<RoutingRule> rules, IReadOnlyList<SourceLocation>? locations = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var faults = new DiagnosticBag();
        var firstById = new Dictionary<string, int>(rules.Count, StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            var location = locations is null ? default : locations[i];
            var rule = rules[i];
            if (rule is null)
            {
                faults.Error(DiagnosticCodes.MissingProperty, $"The rule at position {i + 1} is null.", "", location);
                continue;
            }

            CheckId(rule, i, location, firstById, locations, faults);
            CheckTarget(rule, location, faults);
            ConditionValidator.Validate(rule, location, faults);
        }

        return faults.ToList();
    }

    /// <summary>Finds every rule whose target is not among the agents. O(rules).</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="agentNames">The registered agents' names.</param>
    public static IReadOnlyList<Diagnostic> ValidateTargets(RuleSet rules, IEnumerable<string> agentNames)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var known = new HashSet<string>(agentNames, StringComparer.Ordinal);
        var faults = new DiagnosticBag();
        for (var i = 0; i < rules.Count; i++)
        {
            if (!known.Contains(rules[i].Agent)) ReportUnknownTarget(rules[i], known, rules.LocationOf(i), faults);
        }

        return faults.ToList();
    }

    /// <summary>Reports that a rule's target is none of the agents.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="agentNames">The registered agents' names.</param>
    /// <param name="location">Where the rule is.</param>
    /// <param name="faults">Where the fault is reported.</param>
    public static void ReportUnknownTarget(RoutingRule rule, IReadOnlyCollection<string> agentNames, SourceLocation location, DiagnosticBag faults)
    {
        var help = !faults.WantsSuggestions ? "" : Suggestion.For(rule.Agent, agentNames, agentNames.Count == 0 ? "No agent is registered." : "Register the agent or correct the rule's route.");
        faults.Error(DiagnosticCodes.UnknownAgent, $"Rule '{rule.Id}' routes to '{rule.Agent}', which is not a registered agent.", help, location);
    }

    private static void CheckId(
        RoutingRule rule, int position, SourceLocation location, Dictionary<string, int> firstById, IReadOnlyList<SourceLocation>? locations, DiagnosticBag faults)
    {
        if (string.IsNullOrEmpty(rule.Id))
        {
            faults.Error(DiagnosticCodes.MissingProperty, $"The rule at position {position + 1} has no id.", "Give every rule an id of its own.", location);
        }
        else if (TextRules.OfName(rule.Id) is { } wrong)
        {
            faults.Error(DiagnosticCodes.InvalidValue, $"The id of the rule at position {position + 1} {wrong.Message}.", wrong.Help, location);
        }
        else if (!firstById.TryAdd(rule.Id, position))
        {
            var first = firstById[rule.Id];
            var where = locations is { } known && known[first].Line > 0 ? $" on line {known[first].Line}" : $" at position {first + 1}";
            faults.Error(DiagnosticCodes.DuplicateRule, $"Rule '{rule.Id}' has the same id as the rule{where}.", "Give one of them another id.", location);
        }
    }

    private static void CheckTarget(RoutingRule rule, SourceLocation location, DiagnosticBag faults)
    {
        if (string.IsNullOrEmpty(rule.Agent))
        {
            faults.Error(DiagnosticCodes.MissingProperty, $"Rule '{rule.Id}' names no agent.", "Set 'route' to an agent's name.", location);
        }
        else if (TextRules.OfName(rule.Agent) is { } wrongAgent)
        {
            faults.Error(DiagnosticCodes.InvalidValue, $"The route of rule '{ShortenedText.OfName(rule.Id)}' {wrongAgent.Message}.", wrongAgent.Help, location);
        }

        if (TextRules.OfText(rule.Explanation ?? "") is { } wrong)
        {
            faults.Error(DiagnosticCodes.InvalidValue, $"The explanation of rule '{ShortenedText.OfName(rule.Id)}' {wrong.Message}.", wrong.Help, location);
        }
    }
}
