using FsCheck.Fluent;

namespace Halo.Unit.Rules.Linting;

/// <summary>Conditions that no task can satisfy.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ImpossibleConditionsTests
{
    [TestCase("""{"any": []}""", "an empty 'any' never holds, and an empty 'all' or {} always does")]
    [TestCase("""{"not": {}}""", "an empty 'any' never holds, and an empty 'all' or {} always does")]
    [TestCase("""{"type": "a", "not": {"all": []}}""", "an empty 'any' never holds, and an empty 'all' or {} always does")]
    [TestCase("""{"x": 1, "not": {"x": 1}}""", "no value of 'x' passes x = 1 and not (x = 1)")]
    [TestCase("""{"all": [{"x": 1}, {"x": 2}]}""", "no value of 'x' passes x = 1 and x = 2")]
    [TestCase("""{"x": {"gt": 1, "prefix": "a"}}""", "no value of 'x' passes x starts with a and x > 1")]
    [TestCase("""{"x": {"eq": 1, "gt": 1}}""", "no value of 'x' passes x = 1 and x > 1")]
    [TestCase("""{"x": {"in": [1, 2], "gt": 2}}""", "no value of 'x' passes x in [1, 2] and x > 2")]
    [TestCase("""{"all": [{"x": {"gt": 5}}, {"x": {"lt": 3}}]}""", "no value of 'x' passes x > 5 and x < 3")]
    [TestCase("""{"x": {"gte": 5, "lte": 5}, "not": {"x": 5}}""", "no value of 'x' passes x >= 5 and <= 5 and not (x = 5)")]
    [TestCase("""{"x": {"gt": 5}, "not": {"x": {"gt": 3}}}""", "no value of 'x' passes x > 5 and not (x > 3)")]
    [TestCase("""{"all": [{"x": {"prefix": "ab"}}, {"x": {"prefix": "ac"}}]}""", "no value of 'x' passes x starts with ab and x starts with ac")]
    [TestCase("""{"all": [{"x": {"suffix": "ab"}}, {"x": {"glob": "*cb"}}]}""", "no value of 'x' passes x ends with ab and x like *cb")]
    [TestCase("""{"x": {"eq": "abc", "regex": "^b"}}""", "no value of 'x' passes x = abc and x matches /^b/")]
    [TestCase("""{"all": [{"x": {"exists": true}}, {"x": {"exists": false}}]}""", "no value of 'x' passes x exists and x is absent")]
    [TestCase("""{"x": {"prefix": "a", "exists": false}}""", "no value of 'x' passes x starts with a and x is absent")]
    [TestCase("""{"type": 16}""", "no value of 'type' passes type = 16")]
    [TestCase("""{"type": {"gt": 3}}""", "no value of 'type' passes type > 3")]
    [TestCase("""{"type": ""}""", "no value of 'type' passes type = \"\"")]
    [TestCase("""{"x": 1, "any": [{"x": 2}, {"x": "1"}]}""", "no value of 'x' passes x = 1 and x = 2")]
    [TestCase("""{"not": {"any": [{"x": 1}, {"not": {"x": 1}}]}}""", "no value of 'x' passes x = 1 and not (x = 1)")]
    public void Find_ConditionThatCanNeverHold_SaysWhy(string when, string reason)
    {
        var finding = Of(when).Single();
        Assert.That((finding.Code, finding.Severity, finding.Message), Is.EqualTo((DiagnosticCodes.ImpossibleCondition, DiagnosticSeverity.Warning, $"Rule 'r': its condition can never hold: {reason}.")));
    }

    [TestCase("""{}""")]
    [TestCase("""{"not": {"x": 1}}""")]
    [TestCase("""{"all": [{"not": {"x": 1}}, {"not": {"x": {"exists": true}}}]}""")]
    [TestCase("""{"x": {"gt": 1, "lt": 5}, "not": {"x": 3}}""")]
    [TestCase("""{"all": [{"x": {"prefix": "ab"}}, {"x": {"prefix": "abc"}}, {"x": {"suffix": "c"}}]}""")]
    [TestCase("""{"x": {"exists": true}, "all": [{"not": {"x": true}}, {"not": {"x": false}}]}""")]
    [TestCase("""{"any": [{"x": 1}, {"x": 2}], "not": {"x": 1}}""")]
    [TestCase("""{"x": {"regex": "^a", "prefix": "b"}}""")]
    [TestCase("""{"x": {"in": [1, "a"], "prefix": "a"}}""")]
    [TestCase("""{"type": {"exists": false}}""")]
    public void Find_ConditionThatMayHold_FindsNothing(string when) => Assert.That(Of(when), Is.Empty);

    [Test]
    public void Find_AlternativeThatCanNeverHold_IsNamedAlone() =>
        Assert.That(Of("""{"any": [{"type": "a"}, {"all": [{"x": 1}, {"x": 2}]}]}""").Single().Message,
            Is.EqualTo("Rule 'r': the part 'x = 1 and x = 2' of its condition can never hold: no value of 'x' passes x = 1 and x = 2."));

    [Test]
    public void Find_NegatedPartThatCanNeverHold_IsNamed() => Assert.That(Of("""{"type": "a", "not": {"any": []}}""").Single().Message, Does.StartWith("Rule 'r': the part 'never' of its condition can never hold"));

    [Test]
    public void Find_Contradiction_HasATaskThatPassesHalfOfIt() =>
        Assert.That(Of("""{"x": 1, "not": {"x": 1}}""").Single().Witness, Is.EqualTo(new Dictionary<string, AttributeValue> { ["x"] = 1 }));

    [Test]
    public void Find_RuleFile_NamesTheLine() =>
        Assert.That(RuleLint.Find(RuleFile.Parse("{\"rules\":[\n{\"id\":\"r\",\"when\":{\"any\":[]},\"route\":\"a\"}]}", "r.json"))[0].ToString(), Does.StartWith("r.json(2,1): warning HALO113: Rule 'r':"));

    [Test]
    public void Find_RandomConditions_NoTaskSatisfiesWhatIsCalledImpossible() => Check.ForAll(Gen.Choose(0, int.MaxValue), 2_000, seed =>
    {
        var problem = RandomRouting.FromSeed(seed, CapacityMode.Concurrent);
        return problem.Rules.Zip(problem.Rules.Skip(1)).Select(pair => pair.First.When & pair.Second.When)
            .All(condition => Satisfiability.Refute(condition, new Effort(20_000)) is null || !problem.Tasks.Any(task => OracleRouter.Matches(condition, task)))
            ? null
            : $"A condition of seed {seed} is called impossible and holds.";
    });

    [Test]
    public void Refute_ManyAlternatives_EndsSoon()
    {
        var watch = WorkWatch.StartNew();
        Condition pairs = When.All([.. Enumerable.Range(0, 1_000).Select(i => When.Attribute($"a{i}").Is(1) | When.Attribute($"a{i}").Is(2))]);
        Satisfiability.Refute(pairs & When.Attribute("x").Is(1) & !When.Attribute("x").Is(1) & When.Any(), new Effort(20_000));
        Satisfiability.Refute(pairs, new Effort(20_000));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    private static IReadOnlyList<Diagnostic> Of(string when) => RuleLint.Find(RuleFile.Parse($$"""{"rules":[{"id":"r","when":{{when}},"route":"a"}]}"""));
}
