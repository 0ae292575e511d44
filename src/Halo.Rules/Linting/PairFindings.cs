using System.Globalization;

namespace Halo.Rules;

/// <summary>Findings on pairs of rules, in rule order, with a limit that is reported when it is met.</summary>
internal sealed class PairFindings(RuleSet rules, LintLimits limits, string what)
{
    private const long StepsPerLook = 20;

    private readonly List<(int Later, int Earlier, Diagnostic Diagnostic)> _found = [];
    private readonly Effort _effort = new(limits.CloseLooks * StepsPerLook);
    private int _closeLooks = limits.CloseLooks;

    /// <summary>Whether another pair may be looked at closely.</summary>
    public bool IsOpen => _found.Count < limits.Findings && _closeLooks > 0 && !_effort.IsSpent;

    /// <summary>Whether one rule matches everything that another matches.</summary>
    public bool IsCovered(RoutingRule rule, RoutingRule cover)
    {
        _closeLooks--;
        return ConditionImplication.Implies(rule.When, cover.When, _effort);
    }

    /// <summary>A task that matches both rules; null when none was found.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? ExampleFor(RoutingRule one, RoutingRule other)
    {
        _closeLooks--;
        return WitnessSearch.Find(one.When, other.When);
    }

    /// <summary>Adds a finding on the rules at two places of the rule order.</summary>
    public void Add(int earlier, int later, Diagnostic diagnostic) => _found.Add((later, earlier, diagnostic));

    /// <summary>The findings; the last one says so when the search did not come to its end.</summary>
    public IReadOnlyList<Diagnostic> ToList(bool isComplete)
    {
        _found.Sort((a, b) => a.Later != b.Later ? a.Later.CompareTo(b.Later) : a.Earlier.CompareTo(b.Earlier));
        var list = _found.ConvertAll(found => found.Diagnostic);
        if (!isComplete) list.Add(Incomplete());
        return list;
    }

    /// <summary>A rule with its line, as findings on another rule name it.</summary>
    public string NameOf(int place)
    {
        var line = rules.LocationOf(rules.ByRank[place]).Line;
        var id = rules[rules.ByRank[place]].Id;
        return line > 0 ? string.Create(CultureInfo.InvariantCulture, $"'{id}' (line {line})") : $"'{id}'";
    }

    private Diagnostic Incomplete() => new(DiagnosticCodes.LintIncomplete, DiagnosticSeverity.Info,
        string.Create(CultureInfo.InvariantCulture, $"The search for {what} stopped after {_found.Count} findings: too many rules could match the same tasks. There may be more."),
        "", new SourceLocation(rules.LocationOf(0).File, 0));
}
