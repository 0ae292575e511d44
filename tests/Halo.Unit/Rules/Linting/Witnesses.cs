using System.Text.RegularExpressions;

namespace Halo.Unit.Rules.Linting;

/// <summary>Judges the example tasks of findings by the oracle's own reading of conditions.</summary>
internal static class Witnesses
{
    /// <summary>The two rules that a finding on a pair is about: the later one first.</summary>
    public static (RoutingRule Later, RoutingRule Earlier) PairOf(Diagnostic finding, IEnumerable<RoutingRule> rules)
    {
        var ids = Regex.Matches(finding.Message, "[Rr]ule '([^']+)'").Select(match => match.Groups[1].Value).ToArray();
        return (rules.Single(rule => rule.Id == ids[0]), rules.Single(rule => rule.Id == ids[1]));
    }

    /// <summary>Whether the example task of a finding matches both of its rules.</summary>
    public static bool ProvesPair(Diagnostic finding, IEnumerable<RoutingRule> rules)
    {
        var (later, earlier) = PairOf(finding, rules);
        var task = TaskOf(finding.Witness);
        return OracleRouter.Matches(later.When, task) && OracleRouter.Matches(earlier.When, task);
    }

    public static TaskNode TaskOf(IReadOnlyDictionary<string, AttributeValue> witness) =>
        new("example", witness.TryGetValue("type", out var type) ? type.ToString() : "") { Attributes = witness.Where(pair => pair.Key != "type").ToDictionary() };
}
