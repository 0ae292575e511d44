namespace Halo.Rules;

/// <summary>Finds conditions that no task can satisfy, and parts of conditions that can be left out for that reason.</summary>
internal static class ImpossibleConditions
{
    /// <summary>Looks at every rule.</summary>
    public static IReadOnlyList<Diagnostic> Find(RuleSet rules, LintLimits limits)
    {
        var findings = new DiagnosticBag();
        for (var position = 0; position < rules.Count; position++)
        {
            var owner = $"Rule '{ShortenedText.OfName(rules[position].Id)}'";
            Find(owner, "its condition", rules[position].When, rules.LocationOf(position), limits, findings);
        }

        return findings.ToList();
    }

    /// <summary>Looks at one condition.</summary>
    /// <param name="owner">Whose condition it is, to begin a sentence.</param>
    /// <param name="what">What it is called there.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="limits">How far to search.</param>
    /// <param name="findings">Takes the findings.</param>
    public static void Find(
        string owner, string what, Condition condition, SourceLocation location, LintLimits limits, DiagnosticBag findings)
    {
        if (Satisfiability.Refute(condition, new Effort(limits.Satisfiability)) is { } impossible)
        {
            findings.Add(new Diagnostic(DiagnosticCodes.ImpossibleCondition, DiagnosticSeverity.Warning,
                $"{owner}: {what} can never hold: {impossible.Reason}.", "Correct the condition, or remove it.", location)
            { Witness = impossible.Witness() });
            return;
        }

        foreach (var part in PartsOf(condition))
        {
            var shown = ShortenedText.OfName(ConditionText.Render(part));
            Find(owner, $"the part '{shown}' of its condition", part, location, limits, findings);
        }
    }

    // What has to hold as a whole was looked at as a whole; only alternatives and what is negated can be impossible beside it.
    private static IEnumerable<Condition> PartsOf(Condition condition) => condition switch
    {
        AnyCondition any => any.Parts,
        AllCondition all => all.Parts.SelectMany(PartsOf),
        NotCondition { Part: AttributeCondition } => [],
        NotCondition not => [not.Part],
        _ => [],
    };
}
