using System.Globalization;

namespace Halo.Reporting;

/// <summary>An explanation for terminals without colors.</summary>
public static class ExplanationReport
{
    /// <summary>Writes an explanation in words.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(Explanation explanation, TextWriter writer)
    {
        WriteLine(writer, HeadOf(explanation.Decision));
        WriteLine(writer, VisibleText.Of(new DecisionText().Of(explanation.Decision, null)));
        if (explanation.Considered.Count > 0) WriteRules(explanation, writer);
        if (explanation.Capability.Count > 0) WriteCandidates(explanation, writer);
        if (IndexLine(explanation) is { } line) WriteLine(writer, $"\n{line}");
    }

    /// <summary>How much of the rules the index looked at; null where there was nothing to look at.</summary>
    public static string? IndexLine(Explanation explanation) => explanation.Index is { Rules: > 0 } index
        ? string.Create(CultureInfo.InvariantCulture,
            $"Index: looked at {index.Candidates} of {PlanSummary.Count(index.Rules, "rule")}, checked {PlanSummary.Count(index.ConditionsChecked, "condition")}; not indexed: {index.Unindexed}")
        : null;

    /// <summary>The decision in a line: the task, its agent and the reason.</summary>
    public static string HeadOf(in TaskDecision decision)
    {
        var task = VisibleText.Of(decision.Task);
        var agent = VisibleText.Of(decision.Agent ?? "");
        return decision.Reason switch
        {
            DecisionReason.Rule => $"{task} -> {agent}, by rule {VisibleText.Of(decision.Rule!.Id)}",
            DecisionReason.Capability => $"{task} -> {agent}, by capability",
            DecisionReason.InProgress => $"{task} -> {agent}, in progress",
            DecisionReason.Completed => $"{task} is completed",
            _ => $"{task} has no agent",
        };
    }

    /// <summary>The heading of the rules: which of them are listed depends on the decision.</summary>
    public static string RulesHeading(in TaskDecision decision) =>
        decision.Rule is null ? "Rules, best first" : decision.Waits ? "The other rules, best first" : "Better rules, best first";

    /// <summary>What kept a rule from winning.</summary>
    public static string WhyNot(ConsideredRule considered) => considered.Outcome switch
    {
        ConsiderationOutcome.NoCapacity => VisibleText.Of($"matches, but {considered.Rule.Agent} is full"),
        ConsiderationOutcome.AgentUnavailable => VisibleText.Of($"matches, but {considered.Rule.Agent} is not available"),
        ConsiderationOutcome.Open => "matches",
        _ => VisibleText.Of(considered.Failed switch
        {
            AttributeCondition test => $"needs {test}; {Found(test, considered.Actual)}",
            NotCondition { Part: AttributeCondition test } not => $"needs {not}; {Found(test, considered.Actual)}",
            var other => $"needs {other}",
        }),
    };

    /// <summary>How an agent stood when the task was decided.</summary>
    public static string StandingOf(CapabilityCandidate candidate, in TaskDecision decision)
    {
        var standing = candidate.Outcome switch
        {
            ConsiderationOutcome.NoCapacity => "full",
            ConsiderationOutcome.AgentUnavailable => "not available",
            _ => "has room",
        };
        return candidate.Agent == decision.Agent ? $"{standing}; chosen" : standing;
    }

    /// <summary>A success rate as people read it, to a tenth of a per cent.</summary>
    public static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.#} %");

    private static string Found(AttributeCondition test, AttributeValue actual) =>
        actual.Kind == AttributeKind.None ? $"it has no {test.Attribute}" : $"its {test.Attribute} is {actual}";

    private static void WriteRules(Explanation explanation, TextWriter writer)
    {
        writer.Write('\n');
        WriteLine(writer, RulesHeading(explanation.Decision));
        var width = explanation.Considered.Max(considered => VisibleText.Of(considered.Rule.Id).Length);
        var priorityWidth = explanation.Considered.Max(considered => Invariant(considered.Rule.Priority).Length);
        foreach (var considered in explanation.Considered)
        {
            WriteLine(writer, $"  {Invariant(considered.Rule.Priority).PadLeft(priorityWidth)}  {VisibleText.Of(considered.Rule.Id).PadRight(width)}  {WhyNot(considered)}");
        }
    }

    private static void WriteCandidates(Explanation explanation, TextWriter writer)
    {
        writer.Write("\nAgents that list its type, best first\n");
        var width = explanation.Capability.Max(candidate => VisibleText.Of(candidate.Agent).Length);
        foreach (var candidate in explanation.Capability)
        {
            WriteLine(writer, $"  {VisibleText.Of(candidate.Agent).PadRight(width)}  {Percent(candidate.SuccessRate),7}  {PlanSummary.Count(candidate.Assigned, "task")} before it  {StandingOf(candidate, explanation.Decision)}");
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteLine(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
