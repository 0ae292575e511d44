namespace Halo.Routing;

/// <summary>
/// Finds rules that ask for what no task of a graph has: attributes, types, kinds of values; and rules that match no task
/// for another reason.
/// </summary>
internal sealed class RuleUse
{
    private readonly RuleSet _rules;
    private readonly TaskGraph _graph;
    private readonly GraphVocabulary _vocabulary;
    private readonly DiagnosticBag _findings;

    private RuleUse(RuleSet rules, AgentRegistry? agents, TaskGraph graph, DiagnosticBag findings)
    {
        (_rules, _graph, _findings) = (rules, graph, findings);
        _vocabulary = new GraphVocabulary(graph, agents);
    }

    public static void Find(RuleSet rules, AgentRegistry? agents, TaskGraph graph, DiagnosticBag findings)
    {
        if (rules.Count == 0 || graph.Count == 0) return;
        new RuleUse(rules, agents, graph, findings).Find();
    }

    private void Find()
    {
        var matched = MatchedRules.Of(_rules, _graph, out var isComplete);
        for (var position = 0; position < _rules.Count && !_findings.IsFull; position++)
        {
            var found = LookAtTests(position, matched[position]);
            if (!found && isComplete && !matched[position]) ReportUnmatched(position);
        }

        if (isComplete) return;
        _findings.Add(new Diagnostic(DiagnosticCodes.LintIncomplete, DiagnosticSeverity.Info,
            "The search for rules that match no task stopped: too many rules match the same tasks.",
            "", new SourceLocation(_rules.LocationOf(0).File, 0)));
    }

    /// <summary>Looks at each attribute that a rule tests.</summary>
    /// <returns>Whether it found something.</returns>
    private bool LookAtTests(int position, bool isMatched)
    {
        var found = false;
        foreach (var tests in ConditionTests.Of(_rules[position].When).GroupBy(test => test.Test.Attribute, StringComparer.Ordinal))
        {
            if (tests.Key == Condition.TypeAttribute) found |= LookAtTypes(position, tests);
            else if (_vocabulary.KindsOf(tests.Key) != 0) found |= LookAtValues(position, tests);
            else found |= LookAtAttribute(position, tests.Key, isNeeded: !isMatched && tests.Any(test => !test.IsNegated));
        }

        return found;
    }

    private bool LookAtAttribute(int position, string attribute, bool isNeeded)
    {
        // A rule may well be for tasks without it. A name that is nearly another is different.
        var meant = _vocabulary.AttributeLike(attribute);
        if (meant is null && !isNeeded) return false;
        var example = meant is null ? -1 : _vocabulary.FirstTaskWith(meant);
        Report(position, DiagnosticCodes.UnknownAttribute, meant is not null, example,
            $"tests '{ShortenedText.OfName(attribute)}', which no task of the graph has.",
            meant is null ? "Correct the name, or give it to tasks." : Suggestion.Ask(attribute, meant));
        return true;
    }

    private bool LookAtTypes(int position, IEnumerable<(AttributeCondition Test, bool IsNegated)> tests)
    {
        var found = false;
        foreach (var type in tests.SelectMany(test => TextsOf(test.Test)).Distinct(StringComparer.Ordinal))
        {
            if (_vocabulary.HasType(type)) continue;
            found = true;
            var meant = _vocabulary.TypeLike(type);
            var orAgent = _vocabulary.HasAgents ? " and no agent lists" : "";
            Report(position, DiagnosticCodes.UnknownType, meant is not null, meant is null ? -1 : _vocabulary.FirstTaskOfType(meant),
                $"tests for the type '{ShortenedText.OfName(type)}', which no task of the graph has{orAgent}.",
                meant is null ? "" : Suggestion.Ask(type, meant));
        }

        return found;
    }

    private bool LookAtValues(int position, IGrouping<string, (AttributeCondition Test, bool IsNegated)> tests)
    {
        var kinds = _vocabulary.KindsOf(tests.Key);
        foreach (var (test, _) in tests)
        {
            if (KindMismatch.Of(test, kinds) is not { } mismatch) continue;
            Report(position, DiagnosticCodes.ValueOfOtherKind, isWarning: true, _vocabulary.FirstTaskWith(tests.Key),
                $"{mismatch.What}, but in every task that has '{ShortenedText.OfName(tests.Key)}' it is {mismatch.Actual}.", mismatch.Help);
            return true;
        }

        return false;
    }

    private void ReportUnmatched(int position)
    {
        if (RuleLint.ExampleOf(_rules[position].When) is not { } example) return; // what can never match, another check finds
        _findings.Add(new Diagnostic(DiagnosticCodes.UnmatchedRule, DiagnosticSeverity.Info,
            $"Rule '{ShortenedText.OfName(_rules[position].Id)}' matches no task of the graph.", "", _rules.LocationOf(position))
        { Witness = example });
    }

    private void Report(int position, string code, bool isWarning, int example, string message, string help) =>
        _findings.Add(new Diagnostic(code, isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            $"Rule '{ShortenedText.OfName(_rules[position].Id)}' {message}", help, _rules.LocationOf(position))
        { Witness = _graph.AttributesOf(Math.Max(0, example)) });

    private static IEnumerable<string> TextsOf(AttributeCondition test) => test switch
    {
        EqualsCondition equals when equals.Value.TryGetString(out var text) => [text],
        InCondition @in => @in.Values.Where(value => value.Kind == AttributeKind.String).Select(value => value.ToString()),
        _ => [],
    };
}
