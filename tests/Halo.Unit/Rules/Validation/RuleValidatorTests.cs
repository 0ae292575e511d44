namespace Halo.Unit.Rules.Validation;

/// <summary>Every fault of rules in code, all of them at once.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleValidatorTests
{
    private static readonly Condition Fine = When.Type("x");

    public static IEnumerable<TestCaseData> FaultyRules()
    {
        (string Name, RoutingRule? Rule, string Code, string Says)[] rows =
        [
            ("null rule", null, DiagnosticCodes.MissingProperty, "position 1"),
            ("null id", new RoutingRule(null!, Fine, "a"), DiagnosticCodes.MissingProperty, "position 1"),
            ("empty id", new RoutingRule("", Fine, "a"), DiagnosticCodes.MissingProperty, "position 1"),
            ("half a surrogate in the id", new RoutingRule("\uD800", Fine, "a"), DiagnosticCodes.InvalidValue, "position 1 holds half of a surrogate"),
            ("null agent", new RoutingRule("r", Fine, null!), DiagnosticCodes.MissingProperty, "no agent"),
            ("empty agent", new RoutingRule("r", Fine, ""), DiagnosticCodes.MissingProperty, "no agent"),
            ("half a surrogate in the agent", new RoutingRule("r", Fine, "a\uDC00"), DiagnosticCodes.InvalidValue, "surrogate"),
            ("half a surrogate in the explanation", new RoutingRule("r", Fine, "a", 0, "\uDC00"), DiagnosticCodes.InvalidValue, "surrogate"),
            ("null condition", new RoutingRule("r", null!, "a"), DiagnosticCodes.MissingProperty, "no condition"),
        ];
        return rows.Select(row => new TestCaseData(row.Rule, row.Code, row.Says).SetArgDisplayNames(row.Name));
    }

    [TestCaseSource(nameof(FaultyRules))]
    public void Validate_FaultyRule_IsNamedOnce(RoutingRule? rule, string code, string says)
    {
        var fault = Faults.Only(RuleValidator.Validate([rule!]));
        Assert.That((fault.Code, fault.Severity), Is.EqualTo((code, DiagnosticSeverity.Error)));
        Assert.That(fault.Message, Does.Contain(says));
    }

    [Test]
    public void Validate_SoundRules_FindsNothing() =>
        Assert.That(RuleValidator.Validate([new("r1", Fine, "a"), new("r2", When.Always, "a", int.MinValue, "why"), new("R1", Fine, "a")]), Is.Empty);

    [Test]
    public void Validate_NullExplanation_IsAllowed() => Assert.That(RuleValidator.Validate([new("r", Fine, "a", 0, null!)]), Is.Empty);

    [Test]
    public void Validate_DuplicateId_NamesTheFirstByPosition()
    {
        var fault = Faults.Only(RuleValidator.Validate([new("x", Fine, "a"), new("r", Fine, "a"), new("r", Fine, "b")]));
        Assert.That((fault.Code, fault.Message), Is.EqualTo((DiagnosticCodes.DuplicateRule, "Rule 'r' has the same id as the rule at position 2.")));
    }

    [Test]
    public void Validate_DuplicateIdWithLines_NamesTheFirstByLine()
    {
        var fault = Faults.Only(RuleValidator.Validate([new("r", Fine, "a"), new("r", Fine, "b")], [new("f.json", 3), new("f.json", 8)]));
        Assert.That((fault.Location, fault.Message), Is.EqualTo((new SourceLocation("f.json", 8), "Rule 'r' has the same id as the rule on line 3.")));
    }

    [Test]
    public void Validate_DuplicateIdWithoutLines_NamesTheFirstByPosition() =>
        Assert.That(Faults.Only(RuleValidator.Validate([new("r", Fine, "a"), new("r", Fine, "b")], [default, default])).Message, Does.EndWith("as the rule at position 1."));

    [Test]
    public void Validate_Null_Throws() => Assert.Throws<ArgumentNullException>(() => RuleValidator.Validate(null!));

    [Test]
    public void ValidateTargets_Null_Throws() => Assert.Throws<ArgumentNullException>(() => RuleValidator.ValidateTargets(null!, []));

    [Test]
    public void Validate_IdThreeTimes_NamesTwoFaults() =>
        Assert.That(RuleValidator.Validate([new("r", Fine, "a"), new("r", Fine, "a"), new("r", Fine, "a")]), Has.Count.EqualTo(2));

    [Test]
    public void Validate_ManyFaults_FindsAllWithTheirLines()
    {
        RoutingRule[] rules =
        [
            new("", When.Attribute("").Exists(), ""),
            new("r", When.Attribute("a").Between(2, 1) & When.Attribute("b").In(), "a"),
            new("r", When.Attribute("c").Matches("("), ""),
        ];
        var faults = RuleValidator.Validate(rules, [.. Enumerable.Range(1, 3).Select(line => new SourceLocation("f.json", line * 10))]);
        Assert.That(faults.Select(fault => (fault.Location.Line, fault.Code)), Is.EqualTo(new[]
        {
            (10, DiagnosticCodes.MissingProperty), (10, DiagnosticCodes.MissingProperty), (10, DiagnosticCodes.InvalidCondition),
            (20, DiagnosticCodes.EmptyRange), (20, DiagnosticCodes.InvalidCondition),
            (30, DiagnosticCodes.DuplicateRule), (30, DiagnosticCodes.MissingProperty), (30, DiagnosticCodes.InvalidPattern),
        }));
    }

    [Test]
    public void ValidateTargets_UnknownAgents_NamesEachWithASuggestion()
    {
        var rules = RuleSet.Create(new RoutingRule("r1", Fine, "builder"), new("r2", Fine, "bilder"), new("r3", Fine, "somebody_else"));
        var faults = RuleValidator.ValidateTargets(rules, ["builder", "tester"]);
        Assert.That(faults.Select(fault => (fault.Code, fault.Message, fault.Help)), Is.EqualTo(new[]
        {
            (DiagnosticCodes.UnknownAgent, "Rule 'r2' routes to 'bilder', which is not a registered agent.", "Did you mean 'builder'?"),
            (DiagnosticCodes.UnknownAgent, "Rule 'r3' routes to 'somebody_else', which is not a registered agent.", "Register the agent or correct the rule's route."),
        }));
    }

    [Test]
    public void ValidateTargets_NoAgents_SaysSo() =>
        Assert.That(Faults.Only(RuleValidator.ValidateTargets(RuleSet.Create(new RoutingRule("r", Fine, "a")), [])).Help, Is.EqualTo("No agent is registered."));

    [Test]
    public void ValidateTargets_ManyUnknownAgents_HelpsWithTheFirstOnly()
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 201).Select(i => new RoutingRule($"r{i}", Fine, "bilder")));
        Assert.That(RuleValidator.ValidateTargets(rules, ["builder"]).Select(fault => fault.Help.Length > 0), Is.EqualTo(Enumerable.Range(0, 201).Select(i => i < 200)));
    }

    [Test]
    public void ValidateTargets_NameInAnotherCase_IsUnknown() =>
        Assert.That(RuleValidator.ValidateTargets(RuleSet.Create(new RoutingRule("r", Fine, "A")), ["a"]), Has.Count.EqualTo(1));
}
