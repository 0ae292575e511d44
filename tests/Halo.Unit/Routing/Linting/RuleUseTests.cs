using FsCheck.Fluent;

namespace Halo.Unit.Routing.Linting;

/// <summary>Rules that ask for what no task of a graph has.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleUseTests
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("a") { Types = ["test", "compile", "deploy"] });

    private static readonly TaskGraph Graph = TaskGraph.Create(
    [
        new("t0", "test"),
        new("t1", "compile") { Attributes = new Dictionary<string, AttributeValue> { ["cores"] = 16, ["os"] = "linux", ["urgent"] = true } },
    ]);

    [TestCase("""{"coers": {"gte": 8}}""", "HALO114", DiagnosticSeverity.Warning, "tests 'coers', which no task of the graph has.", "Did you mean 'cores'?")]
    [TestCase("""{"not": {"Cores": 8}}""", "HALO114", DiagnosticSeverity.Warning, "tests 'Cores', which no task of the graph has.", "Did you mean 'cores'?")]
    [TestCase("""{"nightly": true}""", "HALO114", DiagnosticSeverity.Info, "tests 'nightly', which no task of the graph has.", "Correct the name, or give it to tasks.")]
    [TestCase("""{"type": "compiel"}""", "HALO115", DiagnosticSeverity.Warning, "tests for the type 'compiel', which no task of the graph has and no agent lists.", "Did you mean 'compile'?")]
    [TestCase("""{"type": {"in": ["compile", "something"]}}""", "HALO115", DiagnosticSeverity.Info, "tests for the type 'something', which no task of the graph has and no agent lists.", "")]
    [TestCase("""{"cores": "16"}""", "HALO116", DiagnosticSeverity.Warning, "compares 'cores' with a text, \"16\", but in every task that has 'cores' it is a number.", "Write 16 without quotes.")]
    [TestCase("""{"urgent": "true"}""", "HALO116", DiagnosticSeverity.Warning, "compares 'urgent' with a text, \"true\", but in every task that has 'urgent' it is a boolean.", "Write true without quotes.")]
    [TestCase("""{"os": 5}""", "HALO116", DiagnosticSeverity.Warning, "compares 'os' with a number, 5, but in every task that has 'os' it is a text.", "Write \"5\" in quotes.")]
    [TestCase("""{"cores": {"in": [16, "8"]}}""", "HALO116", DiagnosticSeverity.Warning, "compares 'cores' with a text, \"8\", but in every task that has 'cores' it is a number.", "Write 8 without quotes.")]
    [TestCase("""{"os": {"gt": 5}}""", "HALO116", DiagnosticSeverity.Warning, "asks for a number in 'os', but in every task that has 'os' it is a text.", "Correct the rule, or the attribute of the tasks.")]
    [TestCase("""{"cores": {"prefix": "1"}}""", "HALO116", DiagnosticSeverity.Warning, "asks for a text in 'cores', but in every task that has 'cores' it is a number.", "Correct the rule, or the attribute of the tasks.")]
    [TestCase("""{"type": "test", "cores": {"gt": 20}}""", "HALO117", DiagnosticSeverity.Info, "matches no task of the graph.", "")]
    public void Find_RuleThatAsksForWhatNoTaskHas_IsNamed(string when, string code, DiagnosticSeverity severity, string says, string helps)
    {
        var finding = Find(when).Single();
        Assert.That((finding.Code, finding.Severity, finding.Message, finding.Help), Is.EqualTo((code, severity, $"Rule 'r' {says}", helps)));
    }

    [TestCase("""{"type": "test"}""")]
    [TestCase("""{"cores": 16}""")]
    [TestCase("""{"not": {"nightly": true}}""")]
    [TestCase("""{"nightly": {"exists": false}}""")]
    [TestCase("""{"any": [{"nightly": true}, {"cores": 16}]}""")]
    public void Find_RuleThatFitsTheTasks_FindsNothing(string when) => Assert.That(Find(when), Is.Empty);

    [Test]
    public void Find_TypeThatOnlyAnAgentLists_IsKnown() => Assert.That(Find("""{"type": "deploy"}""").Select(finding => finding.Code), Is.EqualTo(new[] { DiagnosticCodes.UnmatchedRule }));

    [Test]
    public void Find_WithoutAgents_JudgesByTheGraph() =>
        Assert.That(RoutingLint.Find(Rules("""{"type": "deploy"}"""), null, Graph).Single().Message, Is.EqualTo("Rule 'r' tests for the type 'deploy', which no task of the graph has."));

    [Test]
    public void Find_AttributeThatIsNearlyAnother_HasATaskWithTheOtherAsWitness() => Assert.That(Find("""{"coers": 8}""").Single().Witness["cores"], Is.EqualTo(AttributeValue.Of(16)));

    [Test]
    public void Find_ValueOfOtherKind_HasATaskAsWitness() => Assert.That(Find("""{"cores": "16"}""").Single().Witness["cores"], Is.EqualTo(AttributeValue.Of(16)));

    [Test]
    public void Find_RuleThatMatchesNoTask_HasATaskThatItWouldMatch() =>
        Assert.That(Find("""{"type": "test", "cores": {"gt": 20}}""").Single().Witness, Is.EqualTo(new Dictionary<string, AttributeValue> { ["type"] = "test", ["cores"] = 21 }));

    [Test]
    public void Find_RuleAfterABetterOneForTheSameTasks_IsNotUnmatched()
    {
        var rules = RuleSet.Create(new RoutingRule("r", When.Type("test"), "a", 2), new RoutingRule("s", When.Type("test", "test"), "a", 1), new RoutingRule("u", When.Type("test"), "a"));
        Assert.That(RoutingLint.Find(rules, Agents, Graph), Is.Empty);
    }

    [Test]
    public void Of_RandomRules_AreThoseThatSomeTaskSatisfies() => Check.ForAll(Gen.Choose(0, int.MaxValue), 500, seed =>
    {
        var problem = RandomRouting.FromSeed(seed, CapacityMode.Concurrent);
        var rules = RuleSet.Create(problem.Rules);
        var matched = MatchedRules.Of(rules, TaskGraph.Create(problem.Tasks), out var isComplete);
        var expected = rules.Select(rule => problem.Tasks.Any(task => OracleRouter.Matches(rule.When, task)));
        return isComplete && matched.SequenceEqual(expected) ? null : $"The matched rules of seed {seed} are others.";
    });

    [Test]
    public void Find_ManyRulesForTheSameTasks_SaysThatItStopped()
    {
        var rules = RuleSet.Create(Enumerable.Range(0, 300).Select(i => new RoutingRule($"r{i}", When.Attribute("cores").AtLeast(i / 100.0), "a")));
        Assert.That(RoutingLint.Find(rules, Agents, Graph).Select(finding => finding.Code), Is.EqualTo(new[] { DiagnosticCodes.LintIncomplete }));
    }

    private static RuleSet Rules(string when) => RuleFile.Parse($$"""{"rules":[{"id":"r","when":{{when}},"route":"a"}]}""");

    private static IReadOnlyList<Diagnostic> Find(string when) => RoutingLint.Find(Rules(when), Agents, Graph);
}
