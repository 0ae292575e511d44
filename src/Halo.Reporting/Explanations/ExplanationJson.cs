using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>An explanation as <c>schemas/explanation.schema.json</c> describes it.</summary>
internal sealed record ExplanationJson(
    string Task,
    string? Agent,
    string Reason,
    string? Rule,
    bool? Waits,
    IReadOnlyList<ConsideredJson> Considered,
    IReadOnlyList<CandidateJson> Capability,
    IndexView? Index)
{
    public static ExplanationJson Of(Explanation explanation)
    {
        var decision = explanation.Decision;
        return new ExplanationJson(
            decision.Task,
            decision.Agent,
            ReasonNames.Of(decision.Reason),
            decision.Rule?.Id,
            PlanJsonReport.Flag(decision.Waits),
            [.. explanation.Considered.Select(Of)],
            [.. explanation.Capability.Select(candidate => new CandidateJson(candidate.Agent, candidate.SuccessRate, candidate.Assigned, ReasonNames.Of(candidate.Outcome)))],
            explanation.Index);
    }

    private static ConsideredJson Of(ConsideredRule considered)
    {
        var (rule, outcome) = (considered.Rule, ReasonNames.Of(considered.Outcome));
        if (considered.Failed is not { } failed) return new ConsideredJson(rule.Id, rule.Priority, outcome, null, null, rule.Agent);
        AttributeValue? actual = considered.Actual.Kind == AttributeKind.None ? default(AttributeValue?) : considered.Actual; // a bare null would be an absent value
        return new ConsideredJson(rule.Id, rule.Priority, outcome, failed.ToString(), actual, null);
    }
}

/// <summary>A rule that did not win, with the condition that failed or the agent that could not take the task.</summary>
internal sealed record ConsideredJson(
    string Rule,
    int Priority,
    string Outcome,
    string? Condition,
    [property: JsonConverter(typeof(AttributeValueConverter))] AttributeValue? Actual,
    string? Agent);

/// <summary>An agent that lists the task's type.</summary>
internal sealed record CandidateJson(string Agent, double SuccessRate, int Assigned, string Outcome);
