using FsCheck.Fluent;

namespace Halo.Unit.Rules.Validation;

/// <summary>Rules that an earlier one leaves nothing to.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleCoverageTests
{
    private static readonly AttributeTest Type = When.Attribute("type");
    private static readonly AttributeTest Os = When.Attribute("os");

    [Test]
    public void Find_SameAgent_WarnsThatTheRuleIsDead()
    {
        var fault = Faults.Only(RuleCoverage.Find(RuleSet.Create(new RoutingRule("wide", Type.Is("x"), "a"), new("narrow", Type.Is("x") & Os.Is("linux"), "a"))));
        Assert.That((fault.Code, fault.Severity), Is.EqualTo((DiagnosticCodes.UnreachableRule, DiagnosticSeverity.Warning)));
        Assert.That(fault.Message, Does.StartWith("Rule 'narrow' can never win: rule 'wide' comes first").And.Contains("'a'"));
    }

    [Test]
    public void Find_AnotherAgent_InformsOfAnOverflow()
    {
        var fault = Faults.Only(RuleCoverage.Find(RuleSet.Create(new RoutingRule("wide", Type.Is("x"), "a"), new("narrow", Type.Is("x"), "b"))));
        Assert.That((fault.Code, fault.Severity), Is.EqualTo((DiagnosticCodes.ShadowedRule, DiagnosticSeverity.Info)));
        Assert.That(fault.Message, Does.Contain("wins only while 'a' is full or unavailable"));
    }

    [Test]
    public void Find_CoveredByBoth_NamesTheSameAgentsRule() =>
        Assert.That(Faults.Only(RuleCoverage.Find(RuleSet.Create(new RoutingRule("other", Type.StartsWith("x"), "b", 9), new("same", Type.In("x", "y"), "a", 8), new("dead", Type.Is("x"), "a"))))
            .Message, Does.StartWith("Rule 'dead' can never win: rule 'same' has a higher priority"));

    [Test]
    public void Find_CoveredByTwoOfOneAgent_NamesTheFirst([Values("a", "b")] string agent) =>
        Assert.That(RuleCoverage.Find(RuleSet.Create(new RoutingRule("first", Type.Is("x"), agent), new("second", Os.Exists() & Type.Is("x"), agent), new("dead", Type.Is("x") & Os.Is("linux"), "a")))[^1]
            .Message, Does.StartWith("Rule 'dead' ").And.Contain(": rule 'first' comes first"));

    [Test]
    public void Find_CoveredByTwoOtherAgents_NamesTheFirst() =>
        Assert.That(RuleCoverage.Find(RuleSet.Create(new RoutingRule("first", Type.Is("x"), "b"), new("second", Os.Exists() & Type.Is("x"), "c"), new("dead", Type.Is("x") & Os.Is("linux"), "a")))[^1]
            .Message, Does.StartWith("Rule 'dead' wins only while 'b' is full or unavailable: rule 'first' comes first"));

    [Test]
    public void Find_WideRuleOfLowerPriority_CoversNothing() =>
        Assert.That(RuleCoverage.Find(RuleSet.Create(new RoutingRule("wide", When.Always, "a"), new("narrow", Type.Is("x"), "a", 1))), Is.Empty);

    [Test]
    public void Find_OverlapOnly_CoversNothing() =>
        Assert.That(RuleCoverage.Find(RuleSet.Create(new RoutingRule("one", Type.Is("x") & Os.Is("linux"), "a"), new("two", Type.Is("x"), "a"))), Is.Empty);

    [Test]
    public void Find_RulesOfAFile_NamesBothLines()
    {
        var fault = Faults.Only(RuleCoverage.Find(RuleFile.Parse("""
            {"rules": [
              {"id": "wide", "when": {}, "route": "a"},
              {"id": "dead", "when": {"type": "x"}, "route": "a"}
            ]}
            """, "f.json")));
        Assert.That((fault.Location, fault.Message.Contains("'wide' (line 2)", StringComparison.Ordinal)), Is.EqualTo((new SourceLocation("f.json", 3, 3), true)));
    }

    [Test]
    public void Find_WorkUsedUp_SaysThatItStopped() =>
        Assert.That(RuleCoverage.Find(RuleSet.Create(Enumerable.Range(0, 100).Select(i => new RoutingRule($"r{i}", Os.StartsWith($"p{i}"), "a"))), work: 50)[^1].Code,
            Is.EqualTo(DiagnosticCodes.CoverageIncomplete));

    [Test]
    public void Find_HundredThousandDistinctTypes_EndsQuickly()
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 100_000).Select(i => new RoutingRule($"r{i}", Type.Is($"t{i}") & Os.Is("linux"), "a")));
        var watch = WorkWatch.StartNew();
        Assert.That(RuleCoverage.Find(rules), Is.Empty);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    // Two towers of lists can be compared in more ways than could ever be tried.
    [Test]
    [CancelAfter(60_000)]
    public void Find_DeeplyNestedLists_EndsQuickly(CancellationToken cancellation)
    {
        Condition all = Type.Is("x"), any = Type.Is("y");
        for (var depth = 1; depth < Condition.MaxDepth; depth++) (all, any) = (When.All(all), When.Any(any));
        var rules = RuleSet.Create(new RoutingRule("any", any, "a"), new("all", all, "a"));
        Assert.That(Task.Run(() => RuleCoverage.Find(rules, work: 2_000_000), CancellationToken.None).Wait(TimeSpan.FromSeconds(10), cancellation), Is.True);
    }

    [Test]
    public void Find_LongListsAndDeepTrees_EndsQuickly()
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 60).Select(r => new RoutingRule($"r{r}", Type.In([.. Enumerable.Range(r, 5_000).Select(i => AttributeValue.Of($"t{i}"))]), "a")));
        var watch = WorkWatch.StartNew();
        RuleCoverage.Find(rules);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void Find_RandomRules_ReportsOnlyCoveredOnes()
    {
        var reports = 0;
        var inputs = from rules in RandomRules.RuleSets(12) from tasks in RandomRules.Tasks.ArrayOf(60) select (rules, tasks);
        Check.ForAll(inputs, 1_000, input =>
        {
            foreach (var fault in RuleCoverage.Find(input.rules))
            {
                reports++;
                var ids = fault.Message.Split('\'').Where(part => part.StartsWith('r') && input.rules.TryGet(part, out _)).ToArray();
                input.rules.TryGet(ids[0], out var later);
                input.rules.TryGet(ids[1], out var earlier);
                if (later!.Priority > earlier!.Priority) return $"{fault}: it does not come first";
                if (fault.Code == DiagnosticCodes.UnreachableRule != (later.Agent == earlier.Agent)) return $"{fault}: wrong kind";
                foreach (var task in input.tasks)
                {
                    if (Holds(later, task) && !Holds(earlier, task)) return $"{fault}, yet only the later matches {string.Join(", ", task)}";
                }
            }

            return null;
        });
        Assert.That(reports, Is.GreaterThan(500), "Too few reports to prove anything.");
    }

    private static bool Holds(RoutingRule rule, Dictionary<string, AttributeValue> task) => ValueTest.Holds(rule.When, name => task.GetValueOrDefault(name));
}
