namespace Halo.Reporting;

/// <summary>One sentence for each decision. A rule's sentence is made once and kept, since many tasks share a rule.</summary>
public sealed class DecisionText
{
    private const int LongestCondition = 240;
    private const string Waiting = "It waits for a slot.";

    // By reference: equality of rules walks their conditions.
    private readonly Dictionary<RoutingRule, string> _ofRule = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sentence of a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="type">The task's type; null where it is not known, empty where the task has none.</param>
    public string Of(in TaskDecision decision, string? type) => decision.Reason switch
    {
        DecisionReason.Rule => OfRule(decision),
        DecisionReason.Capability => OfCapability(decision, type),
        DecisionReason.InProgress => "It is in progress and keeps its agent.",
        DecisionReason.Completed => "It is completed and needs no agent.",
        DecisionReason.NoMatch => type is "" ? "No rule matches it, and it has no type that an agent could list." : $"No rule matches it and no agent lists {Named(type)}.",
        DecisionReason.NoCapacity => "Every available agent that could take it is full.",
        DecisionReason.AgentUnavailable => "No agent that could take it is available.",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Reason, null),
    };

    private string OfRule(in TaskDecision decision)
    {
        var rule = decision.Rule!;
        if (!_ofRule.TryGetValue(rule, out var sentence)) _ofRule.Add(rule, sentence = Describe(rule));
        if (!decision.Waits) return sentence;
        return sentence[^1] is '.' or '!' or '?' ? $"{sentence} {Waiting}" : $"{sentence}. {Waiting}";
    }

    // What is said of the best rate holds among the agents that could be chosen; better ones may be full or away.
    private static string OfCapability(in TaskDecision decision, string? type) => decision.Waits
        ? $"No rule decided; of the available agents that list {Named(type)}, '{decision.Agent}' has the best success rate. {Waiting}"
        : $"No rule decided; of the available agents with room that list {Named(type)}, '{decision.Agent}' has the best success rate.";

    private static string Named(string? type) => type is null ? "its type" : $"'{type}'";

    private static string Describe(RoutingRule rule)
    {
        if (!string.IsNullOrWhiteSpace(rule.Explanation)) return rule.Explanation;
        var condition = rule.When.ToString();
        return condition.Length <= LongestCondition ? $"Rule '{rule.Id}': {condition}." : $"Rule '{rule.Id}': {Cut(condition)} ...";
    }

    private static string Cut(string condition) =>
        condition[..(char.IsHighSurrogate(condition[LongestCondition - 1]) ? LongestCondition - 1 : LongestCondition)];
}
